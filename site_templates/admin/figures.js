// What the references of a narrative give: {{ value("dossiers-received", tier="commune") }} and the like, answered from what the build wrote
// of each unit's figures (generator/editor/figures.py). Nothing is worked out here: figures are texts as pages show them.

const SPAN = /\{\{(.{0,500}?)\}\}|\{%.{0,500}?%\}|\{#.{0,500}?#\}|\{\{|\{%/gs;
const CALL = /^[-+]?\s*([A-Za-z_]\w*)\s*\((.*)\)\s*[-+]?$/s;
const ARGUMENT = /\s*(?:([A-Za-z_]\w*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([Tt]rue|[Ff]alse)|(-?\d+(?:\.\d+)?))\s*(?:,|$)/ys;
const ARGUMENTS = { value: ["period", "unit", "section", "with_unit"], chart: ["unit", "shape"], table: ["unit"] };
const [REPORT, INDICATOR, PERIOD, SECTION, BREAKDOWN, FIGURE, MEASURED, FLAGS] = Array(8).keys();
const OF_THE_PERIOD = 1, IN_SERIES = 2, IS_SAID = 4;
const MOST_OFFERED = 4;

/** The references of a text in order: where each stands, its function, what it names; no function where it cannot be read. */
export function references(text) {
    return [...text.matchAll(SPAN)].map((found) => ({ start: found.index, end: found.index + found[0].length, written: found[0], ...call(found[1] ?? "") }));
}

function call(inside) {
    const found = inside.trim().match(CALL);
    if (!found || !ARGUMENTS[found[1]]) return {};
    const [given, named] = [[], {}];
    const rest = found[2].trim();
    ARGUMENT.lastIndex = 0;
    for (let at = 0; at < rest.length; at = ARGUMENT.lastIndex) {
        const one = ARGUMENT.exec(rest);
        if (!one) return {};
        const [, name, double, single, truth, number] = one;
        const value = truth ? truth.toLowerCase() === "true" : (double ?? single ?? number).replace(/\\(.)/gs, "$1");
        if (name) named[name] = value;
        else given.push(String(value));
    }
    return { name: found[1], given, named };
}

/** What a reference gives in a report (none for a plain page): `{figure}`, `{table}`, `{later}`, or `{missing, offered}`. */
export async function answer(reference, report, figuresOf, known) {
    const { name, given, named } = reference;
    const dimensions = new Map(known.breakdowns.map((id) => [id.replaceAll("-", "_"), id]));
    const isOne = name === "value";
    if (!name || !given.length || (isOne && given.length !== 1)) return { missing: "unread_reference", offered: [] };
    const strange = Object.keys(named).find((each) => !ARGUMENTS[name].includes(each) && !dimensions.has(each));
    if (strange) return { missing: "unread_reference", offered: [] };
    const unknown = given.find((each) => !known.indicators.includes(each));
    if (unknown) return { missing: "no_indicator", offered: [] };
    const unit = named.unit ?? report?.split("/")[0];
    // A plain page may ask for whatever any unit states first.
    if (!unit) return { later: true };
    const figures = await figuresOf(String(unit));
    const breakdown = Object.keys(named).filter((each) => dimensions.has(each)).sort((one, other) => (dimensions.get(one) < dimensions.get(other) ? -1 : 1))
        .map((each) => `${each}=${named[each]}`).join("&");
    return isOne ? figure(given[0], named, breakdown, report, figures) : table(given, breakdown, figures);
}

function figure(indicator, named, breakdown, report, { rows }) {
    const stated = rows.filter((row) => row[INDICATOR] === indicator && (!report || row[REPORT] === report));
    const found = stated.find((row) =>
        (named.period === undefined ? !report || row[FLAGS] & OF_THE_PERIOD : row[PERIOD] === String(named.period)) &&
        (!named.section || row[SECTION] === String(named.section)) && row[BREAKDOWN] === breakdown);
    if (found) return { figure: found[named.with_unit ? MEASURED : FIGURE] };
    const offered = new Set(stated.map((row) => reference(row, named.unit)));
    return { missing: stated.length ? "no_such_figure" : "no_figure", offered: [...offered].slice(0, MOST_OFFERED) };
}

/** How a figure is named in a text. */
function reference(row, unit) {
    const parts = row[BREAKDOWN].split("&").filter(Boolean).map((each) => each.split("="));
    const said = [...(unit ? [["unit", unit]] : []), ...(row[FLAGS] & OF_THE_PERIOD ? [] : [["period", row[PERIOD]]]), ...parts];
    return `value(${[`"${row[INDICATOR]}"`, ...said.map(([name, value]) => `${name}="${value}"`)].join(", ")})`;
}

/** The figures that a table shows, and a chart draws: a line an indicator and breakdown, a column a period, the newest first. */
function table(given, breakdown, { rows, indicators, periods, breakdowns }) {
    const series = given.flatMap((indicator) =>
        breakdowns.filter(([key]) => !breakdown || key === breakdown).map(([key, name]) => ({
            indicator: indicators[indicator],
            breakdown: name,
            cells: new Map(rows.filter((row) => row[INDICATOR] === indicator && row[BREAKDOWN] === key && row[FLAGS] & IN_SERIES).map((row) => [row[PERIOD], row])),
        })));
    const said = series.filter(({ cells }) => [...cells.values()].some((row) => row[FLAGS] & IS_SAID));
    if (!said.length) return { missing: "no_figure", offered: [] };
    const columns = periods.filter(([period]) => said.some(({ cells }) => (cells.get(period)?.[FLAGS] ?? 0) & IS_SAID));
    return {
        table: {
            periods: columns.map(([, name]) => name),
            rows: said.map(({ cells, ...names }) => ({ ...names, cells: columns.map(([period]) => cells.get(period)?.[FIGURE] ?? "") })),
        },
    };
}
