// Texts in several languages as one entry: content/vi/reports/a/2023/summary.md beside content/en/reports/a/2023/summary.md.
//
// Decap takes the last folder of a path for its language, ours is the first below content/. So paths that it is shown have the language
// last; those that it asks for and writes are the real ones.

const REPORTS = "reports/";

export function withLanguagesLast(backend, languages) {
    const real = new RegExp(`^content/(${languages.join("|")})/((?:.*/)?)([^/]+)$`);
    const shown = new RegExp(`^content/((?:.*/)?)(${languages.join("|")})/([^/]+)$`);
    const outward = (path) => path.replace(real, "content/$2$1/$3");
    const inward = (path) => (real.test(path) ? path : path.replace(shown, "content/$2/$1$3"));
    const entry = (each) => (each?.file ? { ...each, file: { ...each.file, path: outward(each.file.path) } } : each);
    // What a draft changed is looked up by its real path, and told by the one it is shown; it is shown once it has been read. A language in
    // which nothing was changed is read as well: what a draft does not show, its next save would lose.
    let diffs = [];
    const changed = (each) => {
        if (!each?.diffs) return each;
        const found = each.diffs.map((diff) => ({ ...diff }));
        for (const { path } of each.diffs.filter((diff) => real.test(diff.path))) {
            for (const lang of languages) {
                const other = path.replace(real, `content/${lang}/$2$3`);
                if (!found.some((diff) => diff.path === other)) found.push({ path: other, id: "", newFile: false });
            }
        }
        diffs = [...diffs.slice(-1000), ...found];
        return { ...each, diffs: found };
    };
    const draft = async (ask, target, collection, slug, path, id) => {
        const published = async () => {
            const { data } = await target.getEntry(path);
            if (typeof data !== "string") throw new Error(path);
            return data;
        };
        const text = id === "" ? await published() : await ask(collection, slug, path, id);
        for (const diff of diffs) if (diff.path === path) diff.path = outward(path);
        return text;
    };
    // Pages lie right below a language, narratives deeper; neither list shows the other's.
    const listed = (given, entries) => {
        const [folder, , depth] = given;
        const found = folder === "content" && depth > 2 ? entries.filter((each) => each.file.path.match(real)?.[2].startsWith(REPORTS)) : entries;
        const made = found.map(entry);
        for (const sign of Object.getOwnPropertySymbols(entries)) made[sign] = entries[sign];
        for (const name of Object.keys(entries)) if (!/^\d+$/.test(name)) made[name] = entries[name];
        return made;
    };
    const wrapped = {
        entriesByFolder: (ask) => async (...given) => listed(given, await ask(...given)),
        // The pattern for which names count is made for the language last as well.
        allEntriesByFolder: (ask) => async (folder, extension, depth) => listed([folder, extension, depth], await ask(folder, extension, depth)),
        getEntry: (ask) => async (path) => entry(await ask(inward(path))),
        unpublishedEntry: (ask) => async (...given) => changed(await ask(...given)),
        unpublishedEntryDataFile: (ask, target) => (collection, slug, path, id) => draft(ask, target, collection, slug, inward(path), id),
        deleteFiles: (ask) => (paths, ...rest) => ask(paths.map(inward), ...rest),
    };
    const { init } = backend;
    backend.init = (...given) =>
        new Proxy(init(...given), {
            get(target, name) {
                const value = Reflect.get(target, name);
                if (typeof value !== "function") return value;
                return wrapped[name] ? wrapped[name](value.bind(target), target) : value.bind(target);
            },
        });
}
