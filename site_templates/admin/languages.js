// Texts in several languages as one entry: content/vi/reports/a/2023/summary.md beside content/en/reports/a/2023/summary.md.
//
// Decap takes the last folder of a path for its language, ours is the first below content/. So paths that it is shown have the language
// last, in capitals (settings.py says why); those that it asks for and writes have it first.
//
// A text of a report that nobody has written yet is shown as an empty one, so that it can be written, in each language beside the other.
// Decap writes names in small letters; a report's file is called by its period (2022-Q3), whatever Decap calls it.

import { UNWRITTEN } from "./formats.js";
import { read } from "./patch.js";

const REPORTS = "reports/";
const REPORT_FILE = /^data\/reports\//;

export function withLanguagesLast(backend, languages, { sections, taken }) {
    const real = new RegExp(`^content/(${languages.join("|")})/((?:.*/)?)([^/]+)$`);
    const capitals = languages.join("|").toUpperCase();
    const shown = new RegExp(`^content/((?:.*/)?)(${capitals})/([^/]+)$`);
    const asked = new RegExp(`^content/(${capitals})/(.+)$`);
    const outward = (path) => path.replace(real, (_, lang, folders, name) => `content/${folders}${lang.toUpperCase()}/${name}`);
    const inCapitals = (path, lang) => path.replace(real, (_, own, folders, name) => `content/${(lang ?? own).toUpperCase()}/${folders}${name}`);
    const called = new Map();
    const inward = (path) =>
        called.get(path) ??
        path.replace(asked, (_, lang, rest) => `content/${lang.toLowerCase()}/${rest}`).replace(shown, (_, folders, lang, name) => `content/${lang.toLowerCase()}/${folders}${name}`);
    const narrative = new RegExp(`^content/(?:${languages.join("|")})/${REPORTS}[^/]+/[^/]+/(?:${sections.join("|")})[.]md$`);
    const entry = (each) => (each?.file ? { ...each, file: { ...each.file, path: outward(each.file.path) } } : each);
    // What a draft changed is looked up by the path that is asked for, and told by the one it is shown; it is shown once it has been read.
    // A language in which nothing was changed is read as well: what a draft does not show, its next save would lose.
    let diffs = [];
    const changed = (each) => {
        if (!each?.diffs) return each;
        const found = each.diffs.map((diff) => ({ ...diff, path: inCapitals(diff.path) }));
        for (const { path } of each.diffs.filter((diff) => real.test(diff.path))) {
            for (const other of languages.map((lang) => inCapitals(path, lang))) {
                if (!found.some((diff) => diff.path === other)) found.push({ path: other, id: "", newFile: false });
            }
        }
        diffs = [...diffs.slice(-1000), ...found];
        return { ...each, diffs: found };
    };
    /** A file; an empty one for a narrative that is not there, and for nothing else: whatever could not be read must not be written over. */
    const found = async (ask, path) => {
        const none = { data: "", file: { path, id: null } };
        try {
            const each = await ask(path);
            return typeof each?.data !== "string" && narrative.test(path) ? none : each;
        } catch (fault) {
            if (fault?.status === 404 && narrative.test(path)) return none;
            throw fault;
        }
    };
    const isThere = async (target, path) => {
        try {
            return typeof (await target.getEntry(path)).data === "string";
        } catch (fault) {
            if (fault?.status === 404) return false;
            throw fault;
        }
    };
    /** New reports under the names that they must have. */
    const name = async (target, { path, raw }) => {
        const { unit, period, rule } = read(raw);
        const right = `data/reports/${unit}/${rule ? `${period}-${rule}` : period}.yml`;
        if (await isThere(target, right)) throw new Error(taken);
        called.set(path, right);
    };
    const draft = async (ask, target, collection, slug, path, id) => {
        const file = inward(path);
        const text = id === "" ? (await found((each) => target.getEntry(each), file)).data : await ask(collection, slug, file, id);
        if (typeof text !== "string") throw new Error(file);
        for (const diff of diffs) if (diff.path === path) diff.path = outward(file);
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
        getEntry: (ask) => async (path) => {
            const each = entry(await found(ask, inward(path)));
            return called.has(path) ? { ...each, file: { ...each.file, path } } : each;
        },
        persistEntry: (ask, target) => async (given, options) => {
            if (options.newEntry) for (const file of given.dataFiles) if (REPORT_FILE.test(file.path)) await name(target, file);
            const written = given.dataFiles.filter(({ raw }) => raw.trim() !== UNWRITTEN);
            return ask({ ...given, dataFiles: written.map((file) => ({ ...file, path: inward(file.path) })) }, options);
        },
        unpublishedEntry: (ask) => async (...given) => changed(await ask(...given)),
        unpublishedEntryDataFile: (ask, target) => (...given) => draft(ask, target, ...given),
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
