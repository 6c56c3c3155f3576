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
    const changed = (each) => (each?.diffs ? { ...each, diffs: each.diffs.map((diff) => ({ ...diff, path: outward(diff.path) })) } : each);
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
        unpublishedEntryDataFile: (ask) => (collection, slug, path, id) => ask(collection, slug, inward(path), id),
        deleteFiles: (ask) => (paths, ...rest) => ask(paths.map(inward), ...rest),
    };
    const { init } = backend;
    backend.init = (...given) =>
        new Proxy(init(...given), {
            get(target, name) {
                const value = Reflect.get(target, name);
                if (typeof value !== "function") return value;
                return wrapped[name] ? wrapped[name](value.bind(target)) : value.bind(target);
            },
        });
}
