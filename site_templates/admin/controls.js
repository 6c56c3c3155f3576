// The controls of the forms. Each shows what was typed in the file, and tells what is typed now; nothing here reads a number.

import { inline, read } from "./patch.js";
import { proseControls } from "./prose.js";

const REST = 400;

export function controls(words, choices, forms, more) {
    const { createClass, h } = window;
    const plain = (value) => (value?.toJS ? value.toJS() : value);

    /** A text that tells what was typed when the hands rest or leave it: telling each letter would draw the whole form anew. */
    const Typed = createClass({
        getInitialState() {
            return { text: this.props.text ?? "", told: this.props.text ?? "" };
        },
        componentDidUpdate(before) {
            const text = this.props.text ?? "";
            if ((before.text ?? "") !== text && text !== this.state.told) this.setState({ text, told: text });
        },
        componentWillUnmount() {
            this.tell();
        },
        typed(event) {
            this.setState({ text: event.target.value });
            clearTimeout(this.timer);
            this.timer = setTimeout(this.tell, REST);
        },
        tell() {
            clearTimeout(this.timer);
            const { text, told } = this.state;
            if (text === told) return;
            this.state.told = text;
            this.props.onText(text);
        },
        render() {
            const { rows, text, onText, ...rest } = this.props;
            return h(rows ? "textarea" : "input", {
                autoComplete: "off",
                spellCheck: false,
                ...rest,
                ...(rows ? { rows } : { type: "text" }),
                value: this.state.text,
                onChange: this.typed,
                onBlur: this.tell,
            });
        },
    });

    const control = (render, more = {}) =>
        createClass({
            getDefaultProps: () => ({ value: "" }),
            shouldComponentUpdate(next) {
                return next.value !== this.props.value || next.entry?.getIn(["data", "form"]) !== this.props.entry?.getIn(["data", "form"]) || this.redraw;
            },
            ...more,
            render() {
                return render(this);
            },
        });

    const line = control(({ props }) =>
        h(Typed, { id: props.forID, className: `${props.classNameWrapper} rr-line`, text: asText(plain(props.value)), onText: props.onChange, lang: langOf(props) }),
    );
    const text = control(({ props }) =>
        h(Typed, { id: props.forID, className: `${props.classNameWrapper} rr-line`, rows: 3, text: asText(plain(props.value)), onText: props.onChange, lang: langOf(props) }),
    );

    const options = (id, of) =>
        h("datalist", { id }, (choices[of] ?? []).map(([value, name]) => h("option", { key: value, value }, name)));
    const nameOf = (of, value) => (choices[of] ?? []).find(([id]) => id === value)?.[1] ?? "";

    const choice = control(({ props }) => {
        const of = props.field.get("of");
        const value = asText(plain(props.value));
        return h("div", { className: `${props.classNameWrapper} rr-choice` }, [
            h(Typed, { key: "text", id: props.forID, className: "rr-line", text: value, onText: props.onChange, list: `${props.forID}-all`, "aria-describedby": `${props.forID}-name` }),
            h("span", { key: "name", id: `${props.forID}-name`, className: "rr-name" }, nameOf(of, value)),
            h("span", { key: "all" }, options(`${props.forID}-all`, of)),
        ]);
    });

    /** A list of words, each on a line. */
    const list = control(({ props }) => {
        const value = plain(props.value);
        const lines = (Array.isArray(value) ? value : value ? [value] : []).join("\n");
        const told = (typed) => props.onChange(typed.split("\n").map((each) => each.trim()).filter(Boolean));
        const of = props.field.get("of");
        const names = lines.split("\n").map((each) => nameOf(of, each)).filter(Boolean).join("; ");
        return h("div", { className: `${props.classNameWrapper} rr-choice` }, [
            h(Typed, { key: "text", id: props.forID, rows: Math.max(2, lines.split("\n").length), text: lines, onText: told }),
            h("span", { key: "name", className: "rr-name" }, names || words.one_a_line),
        ]);
    });

    const pairs = control(({ props }) => {
        const value = plain(props.value) || {};
        const lines = Object.entries(value).map(([name, each]) => `${name}: ${each}`).join("\n");
        const told = (typed) => {
            const found = typed.split("\n").map((each) => each.split(/:(.*)/s).slice(0, 2).map((part) => part.trim()));
            props.onChange(Object.fromEntries(found.filter(([name, each]) => name && each)));
        };
        return h("div", { className: `${props.classNameWrapper} rr-choice` }, [
            h(Typed, { key: "text", id: props.forID, rows: Math.max(1, Object.keys(value).length), text: lines, onText: told }),
            h("span", { key: "name", className: "rr-name" }, words.pairs),
        ]);
    });

    /** What has no form of its own: as it stands in the file. */
    const part = control(
        (self) => {
            const { props } = self;
            const value = plain(props.value);
            const written = value === "" || value === undefined || value === null ? "" : inline(value);
            const told = (typed) => {
                try {
                    self.fault = "";
                    props.onChange(typed.trim() ? read(typed) : "");
                } catch (fault) {
                    self.fault = fault.message;
                    self.redraw = true;
                    self.forceUpdate();
                }
            };
            return h("div", { className: `${props.classNameWrapper} rr-choice` }, [
                h(Typed, { key: "text", id: props.forID, rows: 1 + Math.floor(written.length / 80), className: "rr-part", text: written, onText: told }),
                h("span", { key: "name", className: "rr-name", role: self.fault ? "alert" : undefined }, self.fault ? words.unreadable : words.part),
            ]);
        },
        {
            isValid() {
                return this.fault ? { error: { message: words.unreadable } } : true;
            },
        },
    );

    /** A figure: what was typed, and behind a button what else is said of it. */
    const Figure = createClass({
        getInitialState: () => ({ open: false }),
        set(name, now) {
            const value = plain(this.props.value);
            const said = value && typeof value === "object" ? { ...value } : { value };
            const empty = now === "" || now === null;
            if (empty) delete said[name];
            else said[name] = now;
            const names = Object.keys(said).filter((each) => said[each] !== undefined && said[each] !== "");
            const isAlone = names.length === 1 && names[0] === "value" && !(value && typeof value === "object" && Object.keys(value).length === 1);
            this.props.onValue(names.length === 0 ? "" : isAlone ? said.value : said);
        },
        note(lang, now) {
            const value = plain(this.props.value);
            const note = { ...(value?.note ?? {}) };
            if (now) note[lang] = now;
            else delete note[lang];
            this.set("note", Object.keys(note).length ? note : "");
        },
        render() {
            const { id, label, value: given, unit } = this.props;
            const value = plain(given);
            const said = value && typeof value === "object" && !Array.isArray(value) ? value : { value };
            const more = ["printed", "status", "qualifier", "to", "note", "parts", "as_of", "covers"].filter((name) => said[name] !== undefined);
            const { open } = this.state;
            const field = (name, rows) => [
                h("label", { key: `${name}-label`, htmlFor: `${id}-${name}` }, words[name] ?? name),
                h(Typed, { key: name, id: `${id}-${name}`, rows, text: asText(said[name]), onText: (now) => this.set(name, now) }),
            ];
            const select = (name, all) => [
                h("label", { key: `${name}-label`, htmlFor: `${id}-${name}` }, words[name]),
                h("select", { key: name, id: `${id}-${name}`, value: said[name] ?? "", onChange: (event) => this.set(name, event.target.value) },
                    ["", ...all].map((each) => h("option", { key: each, value: each }, each ? (words[each] ?? each) : "–"))),
            ];
            return h("div", { className: "rr-figure" }, [
                h("div", { key: "value", className: "rr-value" }, [
                    h(Typed, { key: "text", id, "aria-label": label, inputMode: "text", text: asText(said.value), onText: (now) => this.set("value", now),
                        placeholder: said.status ? (words[said.status] ?? said.status) : "" }),
                    unit ? h("span", { key: "unit", className: "rr-unit" }, unit) : null,
                    h("button", { key: "more", type: "button", "aria-expanded": open, "aria-label": `${words.more}: ${label ?? ""}`, className: more.length ? "rr-said" : "",
                        onClick: () => this.setState({ open: !open }) }, more.length ? `⋯ ${more.length}` : "⋯"),
                ]),
                open
                    ? h("div", { key: "all", className: "rr-all" }, [
                          ...field("printed"),
                          ...select("status", ["none-occurred", "not-applicable", "not-reported"]),
                          ...select("qualifier", ["about", "nearly", "over", "at-least", "under", "at-most", "range", "exact"]),
                          ...field("to"),
                          ...Object.keys(words.languages).flatMap((lang) => [
                              h("label", { key: `note-${lang}-label`, htmlFor: `${id}-note-${lang}` }, `${words.note} (${words.languages[lang]})`),
                              h(Typed, { key: `note-${lang}`, id: `${id}-note-${lang}`, rows: 2, lang, text: said.note?.[lang] ?? "", onText: (now) => this.note(lang, now) }),
                          ]),
                      ])
                    : null,
            ]);
        },
    });

    const figure = control(({ props }) => h("div", { className: props.classNameWrapper }, h(Figure, { id: props.forID, label: props.field.get("label"), value: props.value, onValue: props.onChange })));

    const isFigure = (value) => value === null || typeof value !== "object" || ["value", "status", "printed", "note", "parts", "to", "qualifier", "as_of", "covers"].some((name) => name in value);

    /** The figures of a report as its form has them: a line a row, a cell a column. */
    const tables = control(
        (self) => {
            const { props } = self;
            const id = props.entry?.getIn(["data", "form"]) ?? "";
            const form = self.state.form;
            if (id && self.asked !== id) self.ask(id);
            if (!id || !form) return h("p", { className: "rr-name" }, id ? words.loading : words.no_form);
            const value = plain(props.value) || {};
            return h("div", { className: "rr-tables" }, form.tables.map((table) => self.table(table, value[table.id] ?? {})));
        },
        {
            getInitialState: () => ({ form: null }),
            ask(id) {
                this.asked = id;
                this.redraw = true;
                forms(id).then((form) => this.setState({ form }));
            },
            /** One cell's new value, put where it belongs; a row that says nothing more is no row. */
            put(table, row, column, now) {
                const all = structuredClone(plain(this.props.value) || {});
                const rows = ((all[table] ??= {}).rows ??= {});
                if (column === null) rows[row] = now;
                else if (typeof column === "number") {
                    const cells = Array.isArray(rows[row]) ? [...rows[row]] : [];
                    cells[column] = now === "" ? "not-reported" : now;
                    for (let at = 0; at < cells.length; at += 1) cells[at] ??= "not-reported";
                    rows[row] = cells;
                } else rows[row] = { ...(rows[row] ?? {}), [column]: now };
                this.props.onChange(all);
            },
            cell(table, row, columns, column, value) {
                const id = `rr-${table.id}-${row.code}-${column?.code ?? column ?? ""}`.replace(/[^\w-]/g, "_");
                const label = [row.number, row.label, column?.label ?? (typeof column === "number" ? columns[column] : "")].filter(Boolean).join(" · ");
                const place = column?.code ?? column;
                return h(Figure, { id, label, unit: column?.unit, value, onValue: (now) => this.put(table.id, row.code, place, now) });
            },
            row(table, row, columns, value) {
                const head = [
                    h("th", { key: "label", scope: "row" }, [
                        h("span", { key: "number", className: "rr-number" }, row.number), " ", row.label,
                        row.unit ? h("span", { key: "unit", className: "rr-unit" }, row.unit) : null,
                    ]),
                ];
                if (row.heading) return h("tr", { key: row.code, className: "rr-heading" }, head.concat(h("td", { key: "none", colSpan: Math.max(1, columns.length) })));
                const across = value && typeof value === "object" && !Array.isArray(value) && "all" in value;
                if (across) {
                    return h("tr", { key: row.code }, head.concat(h("td", { key: "all", colSpan: Math.max(1, columns.length) }, this.cell(table, row, columns, { code: "all", label: "" }, value.all))));
                }
                if (!columns.length || (typeof value !== "object" && value !== undefined) || (value && !Array.isArray(value) && isFigure(value))) {
                    return h("tr", { key: row.code }, head.concat(h("td", { key: "cell", colSpan: Math.max(1, columns.length) }, this.cell(table, row, columns, null, value))));
                }
                const listed = table.columns === "periods" || Array.isArray(value);
                return h("tr", { key: row.code }, head.concat(columns.map((column, at) =>
                    h("td", { key: at }, this.cell(table, row, columns, listed ? at : column, listed ? value?.[at] : value?.[column.code])))));
            },
            table(table, value) {
                const given = (value.columns ?? []).map((each) => (typeof each === "object" ? each.period : each));
                const columns = Array.isArray(table.columns) ? table.columns : given;
                const heads = columns.map((each) => each.label ?? each);
                return h("section", { key: table.id, className: "rr-table" }, [
                    h("h3", { key: "title" }, table.title),
                    h("div", { key: "scroll", className: "rr-scroll", tabIndex: 0, role: "region", "aria-label": table.title },
                        h("table", {}, [
                            h("thead", { key: "head" }, h("tr", {}, [h("th", { key: "l", scope: "col" }, words.row),
                                ...(heads.length ? heads : [words.figure]).map((each, at) => h("th", { key: at, scope: "col" }, each))])),
                            h("tbody", { key: "body" }, table.rows.map((row) => this.row(table, row, columns, value.rows?.[row.code]))),
                        ])),
                ]);
            },
        },
    );

    return { "rr-line": line, "rr-text": text, "rr-choice": choice, "rr-list": list, "rr-pairs": pairs, "rr-yaml": part, "rr-figure": figure, "rr-tables": tables, ...proseControls({ words, choices, Typed, ...more }) };
}

const asText = (value) => (value === null || value === undefined ? "" : typeof value === "object" ? inline(value) : String(value));
const langOf = (props) => (["vi", "en"].includes(props.field.get("name")) ? props.field.get("name") : undefined);
