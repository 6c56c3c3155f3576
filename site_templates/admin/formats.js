// The formats through which files are read and written: a save changes the lines that were edited, and no others.
//
// The text that was read travels with the values, under a name that no form has; so the text that is written is always that one, patched,
// whichever draft, branch or backup it comes back from.

import { patch, read, write } from "./patch.js";

const TEXT = "$text";
/** Stands for a text that nobody has written, and of which no file is to be made; no text holds it. */
export const UNWRITTEN = "\ufdd0";
const ENTRIES = "entries";

export const yaml = {
    fromFile(text) {
        const value = read(text);
        return { ...(Array.isArray(value) ? { [ENTRIES]: value } : value), [TEXT]: text };
    },
    toFile(data) {
        const { [TEXT]: text, ...rest } = data;
        const keys = Object.keys(rest).filter((name) => rest[name] !== undefined);
        const isList = ENTRIES in rest && keys.every((name) => name === ENTRIES);
        const value = plain(isList ? (rest[ENTRIES] ?? []) : rest);
        return text === undefined ? write(value) : patch(text, value);
    },
};

/** Prose is text: nothing reads it as anything else on the way, and its last line ends as it did. */
export const prose = {
    fromFile(text) {
        const [, body, end] = text.match(/^([\s\S]*?)((?:\r?\n)?)$/);
        return { body: body.replaceAll("\r\n", "\n"), [TEXT]: { crlf: text.includes("\r\n"), end: end !== "" || text === "", empty: text === "" } };
    },
    toFile(data) {
        const about = data[TEXT] ?? { crlf: false, end: true, empty: true };
        if (about.empty && !data.body) return UNWRITTEN;
        const text = `${(data.body ?? "").normalize("NFC")}${about.end ? "\n" : ""}`;
        return about.crlf ? text.replaceAll("\n", "\r\n") : text;
    },
};

function plain(value) {
    if (value?.toJS) return plain(value.toJS());
    if (Array.isArray(value)) return value.map(plain);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
    return typeof value === "string" ? value.normalize("NFC") : value;
}

export function register(CMS) {
    CMS.registerCustomFormat("reform-yaml", "yml", yaml);
    CMS.registerCustomFormat("reform-markdown", "md", prose);
}
