// Changes in the text of a YAML file exactly what was edited, and nothing else of it.
//
// In: the text that was read, and the values that it is to hold. Out: that text, with other lines only where a value differs.
// Values are texts as they were typed ("14.083" is never a number), true and false, lists and objects; null, undefined, "" and
// empty lists or objects are all "nothing", which is not written where nothing stands. Comments stay where they are.

import { isMap, isScalar, isSeq, parseDocument } from "./vendor/yaml.js";

const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
// What may stand without quotes whichever YAML reads it: ids, codes of periods, days, plain whole numbers.
const BARE = /^(?:[a-z][a-z0-9]*(?:[-/][a-z0-9]+)+|[a-z]+|(?:0|[1-9][0-9]{0,14})|[12][0-9]{3}(?:-(?:Q[1-4]|H[12]|9M|[0-9]{2}(?:-[0-9]{2})?|[0-9]{4}))?)$/;
const WORDS_OF_YAML = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const LONGEST_LINE_IN_BRACES = 120;

export class NotReadableError extends Error {}

function parsed(text) {
    const document = parseDocument(text, { schema: "failsafe", keepSourceTokens: true, uniqueKeys: true, version: "1.2" });
    const [fault] = document.errors;
    if (fault) throw new NotReadableError(fault.message);
    return document.contents;
}

function valueOf(node) {
    if (node === null || node === undefined) return null;
    if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key.value), valueOf(value)]));
    if (isSeq(node)) return node.items.map(valueOf);
    if (!isScalar(node)) throw new NotReadableError("an alias");
    if (node.type !== "PLAIN") return node.value;
    const typed = node.value.trim();
    if (NULLS.has(typed)) return null;
    return typed === "true" ? true : typed === "false" ? false : typed;
}

/** The values of a text: every scalar as it was typed. */
export function read(text) {
    return valueOf(parsed(text));
}

export function isNothing(value) {
    if (value === null || value === undefined || value === "") return true;
    return typeof value === "object" && (Array.isArray(value) ? value : Object.values(value)).every(isNothing);
}

export function same(one, other) {
    if (one === other || (isNothing(one) && isNothing(other))) return true;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    if (Array.isArray(one)) {
        const [these, those] = [one, other].map((list) => list.filter((each) => !isNothing(each)));
        return these.length === those.length && these.every((each, at) => same(each, those[at]));
    }
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
}

/** A scalar as it is typed; `like` is the node in whose place it comes. */
function scalar(value, like) {
    if (value === null || value === undefined || value === "") return '""';
    if (value === true || value === false) return String(value);
    const written = String(value);
    if (!like || like.type === "PLAIN") {
        if (BARE.test(written) && !WORDS_OF_YAML.test(written)) return written;
        // Words stay without quotes where they had none, if no reader can take them for anything else.
        if (like && /^\p{L}[\p{L}\p{M}\p{N} ./()-]*$/u.test(written) && !/ $/.test(written) && !WORDS_OF_YAML.test(written)) return written;
    }
    if (like?.type === "QUOTE_SINGLE" && !/[\n\r\t]/.test(written)) return `'${written.replaceAll("'", "''")}'`;
    return JSON.stringify(written).replace(/[\u0085\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`);
}

const key = (name) => scalar(String(name)).replace(/^[0-9.]+$/, '"$&"');

/** A value in one line. */
export function inline(value) {
    if (Array.isArray(value)) return `[${value.filter((each) => !isNothing(each)).map(inline).join(", ")}]`;
    if (value && typeof value === "object") {
        const pairs = Object.entries(value).filter(([, each]) => !isNothing(each));
        return `{${pairs.map(([name, each]) => `${key(name)}: ${inline(each)}`).join(", ")}}`;
    }
    return scalar(value);
}

const isShort = (value, indent) => {
    const written = inline(value);
    return !/\{.*[{[].*[{[]/.test(written) && indent + written.length <= LONGEST_LINE_IN_BRACES && !written.includes("\\n");
};

/** What follows `key:` or `-`: on the same line, or as lines of its own. */
function block(value, indent, eol) {
    if (!value || typeof value !== "object" || isNothing(value)) return ` ${inline(value)}`;
    const isText = !Array.isArray(value) && "vi" in value;
    if (!isText && isShort(value, indent) && (!Array.isArray(value) || value.every((each) => typeof each !== "object"))) return ` ${inline(value)}`;
    return eol + lines(value, indent + 2, eol);
}

function lines(value, indent, eol) {
    const margin = " ".repeat(indent);
    if (Array.isArray(value)) return value.filter((each) => !isNothing(each)).map((each) => item(each, indent, eol)).join(eol);
    const pairs = Object.entries(value).filter(([, each]) => !isNothing(each));
    return pairs.map(([name, each]) => `${margin}${key(name)}:${block(each, indent, eol)}`).join(eol);
}

function item(value, indent, eol) {
    const margin = " ".repeat(indent);
    if (!value || typeof value !== "object") return `${margin}- ${scalar(value)}`;
    return `${margin}- ${lines(value, indent + 2, eol).slice(indent + 2)}`;
}

class Patch {
    constructor(text) {
        this.text = text;
        this.eol = text.includes("\r\n") ? "\r\n" : "\n";
        this.edits = [];
    }

    /** The text with all edits; two of them never overlap. */
    done() {
        let text = this.text;
        const order = [...this.edits].sort((one, other) => other.start - one.start || other.order - one.order);
        for (const { start, end, put } of order) text = text.slice(0, start) + put + text.slice(end);
        return text;
    }

    edit(start, end, put) {
        this.edits.push({ start, end, put, order: this.edits.length });
    }

    lineStart(offset) {
        return this.text.lastIndexOf("\n", offset - 1) + 1;
    }

    /** Where the line of an offset ends, before its line end. */
    lineEnd(offset) {
        const found = this.text.indexOf("\n", offset);
        if (found < 0) return this.text.length;
        return this.text[found - 1] === "\r" ? found - 1 : found;
    }

    column(offset) {
        return offset - this.lineStart(offset);
    }

    change(node, value, owner) {
        if (same(valueOf(node), value)) return;
        if (isMap(node) && value && typeof value === "object" && !Array.isArray(value)) return this.map(node, value);
        if (isSeq(node) && Array.isArray(value)) return this.list(node, value);
        this.replace(node, value, owner);
    }

    /** Another kind of value, or another scalar, in the same place. */
    replace(node, value, owner) {
        const [start, end] = node.range;
        if (isScalar(node) && (typeof value !== "object" || value === null)) {
            this.edit(start, isBlockScalar(node) ? trimmed(this.text, start, end) : end, scalar(value, node));
            return;
        }
        if (isScalar(node) || node.flow || owner?.flow) {
            this.edit(start, end, inline(value));
            return;
        }
        // Lines that become one line, or other lines: from the colon or dash to the last of them.
        const before = this.text.slice(0, start).search(/[:-][^:\S-]*(?:#[^\n]*)?\s*$/);
        this.edit(before + 1, trimmed(this.text, start, end), block(value, owner ? owner.indent : 0, this.eol));
    }

    map(node, value) {
        const old = new Map(node.items.map((pair) => [String(pair.key.value), pair]));
        const indent = node.items.length && !node.flow ? this.column(node.items[0].key.range[0]) : 0;
        const gone = [];
        for (const [name, pair] of old) {
            const now = value[name];
            if (same(valueOf(pair.value), now)) continue;
            if (isNothing(now)) gone.push(pair);
            else if (!pair.value || !pair.value.range || (isScalar(pair.value) && pair.value.range[0] === pair.value.range[1])) {
                this.edit(this.after(pair.key), this.after(pair.key), node.flow ? ` ${inline(now)}` : block(now, indent, this.eol));
            } else this.change(pair.value, now, { flow: node.flow, indent });
        }
        const added = Object.entries(value).filter(([name, now]) => !old.has(name) && !isNothing(now));
        this.removePairs(node, gone);
        this.addPairs(node, added, indent, gone.length === node.items.length);
    }

    /** Behind the colon of a key. */
    after(keyNode) {
        return this.text.indexOf(":", keyNode.range[1]) + 1;
    }

    removePairs(node, gone) {
        if (node.flow) return this.removeInBraces(node, gone, (pair) => [pair.key.range[0], (pair.value ?? pair.key).range[1]]);
        for (const pair of gone) this.removeLines(pair.key.range[0], pair.value?.range ? pair.value.range[1] : pair.key.range[1]);
    }

    /** Whole lines, or, behind a dash, what stands there, so that the next key takes its place. */
    removeLines(start, end) {
        const first = this.lineStart(start);
        const last = this.nextLine(trimmed(this.text, start, end));
        if (/^\s*$/.test(this.text.slice(first, start))) return this.edit(first, last, "");
        const next = this.text.slice(last).match(/^\s*/)[0].length;
        this.edit(start, last + next, "");
    }

    nextLine(offset) {
        const found = this.text.indexOf("\n", offset);
        return found < 0 ? this.text.length : found + 1;
    }

    /** Inside braces or brackets each that goes takes one comma along. */
    removeInBraces(node, gone, place) {
        const kept = node.items.filter((each) => !gone.includes(each));
        if (!kept.length && gone.length) return this.edit(node.range[0] + 1, node.range[1] - 1, "");
        for (const each of gone) {
            const at = node.items.indexOf(each);
            const before = node.items.slice(0, at).findLast((other) => kept.includes(other));
            if (before) this.edit(place(node.items[at - 1])[1], place(each)[1], "");
            else this.edit(place(each)[0], place(node.items[at + 1])[0], "");
        }
    }

    addPairs(node, added, indent, isEmptied) {
        if (!added.length) return;
        if (node.flow) {
            const written = added.map(([name, now]) => `${key(name)}: ${inline(now)}`).join(", ");
            return this.addInBraces(node, written, isEmptied);
        }
        const margin = " ".repeat(indent);
        const written = added.map(([name, now]) => `${margin}${key(name)}:${block(now, indent, this.eol)}`).join(this.eol);
        const last = node.items.at(-1);
        this.addLines((last.value?.range ? last.value : last.key).range, written);
    }

    addInBraces(node, written, isEmptied) {
        const [start, end] = node.range;
        const close = end - 1;
        if (!node.items.length || isEmptied) return this.edit(close, close, written);
        const last = this.text.slice(start, close).match(/,?\s*$/)[0];
        this.edit(close - last.length, close - last.length, `, ${written}`);
    }

    /** New lines behind what ends at a place. */
    addLines([start, end], written) {
        const at = this.lineEnd(trimmed(this.text, start, end));
        this.edit(at, at, this.eol + written);
    }

    list(node, value) {
        const now = value.filter((each) => !isNothing(each));
        const was = node.items.map(valueOf);
        const pairs = matched(was, now);
        const kept = new Set(pairs.map(([at]) => at));
        for (const [at, to] of pairs) this.change(node.items[at], now[to], { flow: node.flow, indent: this.column(node.items[at].range[0]) - 2 });
        const gone = node.items.filter((_, at) => !kept.has(at));
        const places = (each) => each.range;
        const isEmptied = gone.length === node.items.length;
        if (node.flow) this.removeInBraces(node, gone, places);
        else for (const each of gone) this.removeItem(node, each);
        const source = (each) => this.sourceOf(node, gone, each);
        this.addItems(node, pairs, now, source, isEmptied);
    }

    dash(each) {
        const from = this.text.slice(0, each.range[0]).match(/-\s*$/);
        return each.range[0] - from[0].length;
    }

    removeItem(node, each) {
        this.edit(this.lineStart(this.dash(each)), this.nextLine(trimmed(this.text, ...each.range)), "");
    }

    /** How a moved entry was typed; undefined for a new one. */
    sourceOf(node, gone, value) {
        const found = gone.find((each) => same(valueOf(each), value));
        if (!found) return undefined;
        const [start, end] = found.range;
        return node.flow ? this.text.slice(start, end) : this.text.slice(this.lineStart(this.dash(found)), trimmed(this.text, start, end));
    }

    addItems(node, pairs, now, source, isEmptied) {
        const placed = new Map(pairs.map(([at, to]) => [to, node.items[at]]));
        let before = null;
        let run = [];
        const flush = (next) => {
            if (run.length) this.addRun(node, before, next, run, isEmptied);
            run = [];
        };
        now.forEach((each, to) => {
            const there = placed.get(to);
            if (!there) run.push({ value: each, typed: source(each) });
            else {
                flush(there);
                before = there;
            }
        });
        flush(null);
    }

    addRun(node, before, next, run, isEmptied) {
        if (node.flow) {
            const written = run.map(({ value, typed }) => typed ?? inline(value)).join(", ");
            if (isEmptied || !node.items.length) return this.edit(node.range[1] - 1, node.range[1] - 1, written);
            if (before) return this.edit(before.range[1], before.range[1], `, ${written}`);
            return this.edit(next.range[0], next.range[0], `${written}, `);
        }
        const indent = this.column(this.dash(node.items[0]));
        const written = run.map(({ value, typed }) => typed ?? item(value, indent, this.eol)).join(this.eol);
        if (before) return this.addLines(before.range, written);
        const at = this.lineStart(this.dash(next ?? node.items[0]));
        this.edit(at, at, written + this.eol);
    }
}

const isBlockScalar = (node) => node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";

/** The end of a node without the space, line ends and comments of its own lines behind it. */
function trimmed(text, start, end) {
    let last = end;
    for (;;) {
        const cut = text.slice(start, last).match(/\s+$/);
        if (cut) last -= cut[0].length;
        const line = text.lastIndexOf("\n", last - 1) + 1;
        if (line <= start || !/^[ \t]*#/.test(text.slice(line, last))) return last;
        last = line;
    }
}

/** Which entries of before are which of now, in rising order: those with the same id, those that are alike, then those between. */
function matched(was, now) {
    const ids = (list) => list.map((each) => (each && typeof each === "object" && !Array.isArray(each) ? each.id ?? each.code : undefined));
    const [wasIds, nowIds] = [ids(was), ids(now)];
    const hasIds = (list) => list.every((id) => typeof id === "string") && new Set(list).size === list.length;
    const byId = hasIds(wasIds) && hasIds(nowIds);
    const alike = (one, other) => (byId ? wasIds[one] === nowIds[other] : same(was[one], now[other]));
    const anchors = longest(was.length, now.length, alike);
    const pairs = [];
    let [at, to] = [0, 0];
    for (const [nextAt, nextTo] of [...anchors, [was.length, now.length]]) {
        // What has no id and stands between the same neighbours was edited, not replaced, if there are as many of them.
        const isEdit = nextAt - at === nextTo - to;
        while (isEdit && at < nextAt && to < nextTo) {
            if (!byId || nextAt - at === 1) pairs.push([at, to]);
            at += 1;
            to += 1;
        }
        if (nextAt < was.length || nextTo < now.length) pairs.push([nextAt, nextTo]);
        [at, to] = [nextAt + 1, nextTo + 1];
    }
    return pairs;
}

/** The longest common subsequence, its common beginning and end looked at first. */
function longest(before, after, alike) {
    let [head, tail] = [0, 0];
    while (head < before && head < after && alike(head, head)) head += 1;
    while (tail < before - head && tail < after - head && alike(before - 1 - tail, after - 1 - tail)) tail += 1;
    const [rows, columns] = [before - head - tail, after - head - tail];
    const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            lengths[row][column] = alike(head + row, head + column)
                ? lengths[row + 1][column + 1] + 1
                : Math.max(lengths[row + 1][column], lengths[row][column + 1]);
        }
    }
    const pairs = [...Array(head).keys()].map((at) => [at, at]);
    for (let row = 0, column = 0; row < rows && column < columns; ) {
        if (alike(head + row, head + column)) pairs.push([head + row++, head + column++]);
        else if (lengths[row + 1][column] >= lengths[row][column + 1]) row += 1;
        else column += 1;
    }
    for (let at = tail; at > 0; at -= 1) pairs.push([before - at, after - at]);
    return pairs;
}

/** The text with the values asked for; raises NotReadableError where the result would not hold them. */
export function patch(text, value) {
    const patching = new Patch(text);
    const root = parsed(text);
    if (root === null) return `${lines(value, 0, patching.eol)}${patching.eol}`;
    patching.change(root, value, null);
    const result = patching.done();
    if (!same(read(result), value)) throw new NotReadableError("the edit cannot be written");
    return result;
}

/** The text of a new file. */
export function write(value) {
    return `${lines(value, 0, "\n")}\n`;
}
