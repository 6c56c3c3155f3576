// Narratives: their text, how it reads with the figures that it names, and the way to one that is not written yet.

import { answer, references } from "./figures.js";

// Two signs that no text can hold stand around the number of a reference while Markdown is made into HTML.
const [OPEN, CLOSE] = ["\ufdd0", "\ufdd1"];
const SIGNS = new RegExp(`${OPEN}(\\d+)${CLOSE}`);
const ANY_SIGN = new RegExp(`[${OPEN}${CLOSE}]`, "g");
const LIST = "#/collections/narratives";
const OWN = /^reports\/([^/]+\/[^/]+)\/[^/]+$/;

export function proseControls({ words, choices, told, figures, Typed }) {
    const { createClass, h } = window;
    const known = { indicators: choices.indicators.map(([id]) => id), breakdowns: choices.breakdowns.map(([id]) => id) };

    /** A text as it reads, its references replaced by what they give. */
    const Reading = createClass({
        getInitialState: () => ({ missing: 0 }),
        componentDidMount() {
            this.stop = figures.whenRenewed(() => this.fill());
            // Decap makes HTML of Markdown in its own time.
            this.watching = new MutationObserver(() => SIGNS.test(this.shown.textContent) && this.fill());
            this.watching.observe(this.shown, { childList: true, characterData: true, subtree: true });
            this.fill();
        },
        componentDidUpdate(before) {
            if (before.text !== this.props.text || before.report !== this.props.report) this.fill();
        },
        componentWillUnmount() {
            this.isGone = true;
            this.watching.disconnect();
            this.stop();
        },
        fill() {
            const { asked } = this;
            const { lang, report } = this.props;
            mark(this.shown);
            Promise.all(asked.map((each) => answer(each, report, (unit) => figures.of(unit, lang), known))).then((answers) => {
                if (this.isGone || asked !== this.asked) return;
                for (const place of this.shown.querySelectorAll("[data-rr-reference]")) {
                    const at = Number(place.dataset.rrReference);
                    place.replaceChildren(drawn(asked[at], answers[at]));
                }
                const missing = answers.filter((each) => each.missing).length;
                if (missing !== this.state.missing) this.setState({ missing });
            });
        },
        render() {
            const { text, lang, field, getAsset, resolveWidget } = this.props;
            const preview = window.CMS.getWidget("markdown")?.preview;
            if (text !== this.text) [this.text, this.asked] = [text, references(text)];
            let [value, last] = ["", 0];
            this.asked.forEach(({ start, end }, at) => {
                value += `${text.slice(last, start).replace(ANY_SIGN, "")}${OPEN}${at}${CLOSE}`;
                last = end;
            });
            value += text.slice(last).replace(ANY_SIGN, "");
            const { missing } = this.state;
            return h("div", {}, [
                h("p", { key: "missing", className: missing ? "rr-missing" : "rr-name", role: "status" }, missing ? words.some_missing.replace("{number}", missing) : ""),
                h("div", { key: "read", className: "rr-preview", lang, ref: (node) => { this.shown = node; } },
                    preview ? h(preview, { value, field, getAsset, resolveWidget, getRemarkPlugins: () => [] }) : null),
            ]);
        },
    });

    /** Places for the answers, where the signs of references stand. */
    function mark(root) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) if (SIGNS.test(walker.currentNode.data)) found.push(walker.currentNode);
        for (const text of found) {
            const parts = text.data.split(SIGNS);
            // Charts and tables stand alone, and in no paragraph.
            const isAlone = parts.length === 3 && !(parts[0] + parts[2]).trim() && text.parentElement.tagName === "P" && text.parentElement.childNodes.length === 1;
            const nodes = parts.map((part, at) => (at % 2 ? element(isAlone ? "div" : "span", { "data-rr-reference": part }, "…") : part));
            (isAlone ? text.parentElement : text).replaceWith(...nodes);
        }
    }

    function drawn(reference, { figure, table, missing, offered, later }) {
        if (figure !== undefined) return element("span", { class: "rr-given", title: reference.written }, figure);
        if (table) return tableOf(reference, table);
        if (later) return element("span", { class: "rr-given", title: words.later }, reference.written);
        const said = [`⚠ ${reference.written}: ${words[missing]}`, ...(offered.length ? [words.offered, offered.join("; ")] : [])].join(" ");
        return element("mark", { class: "rr-missing" }, said);
    }

    function tableOf({ name, written }, { periods, rows }) {
        const head = element("tr", {}, element("th", { scope: "col" }, words.indicator), ...periods.map((each) => element("th", { scope: "col" }, each)));
        const lines = rows.map(({ indicator, breakdown, cells }) =>
            element("tr", {}, element("th", { scope: "row" }, breakdown ? `${indicator} (${breakdown})` : indicator), ...cells.map((each) => element("td", {}, each))));
        const title = name === "chart" ? words.drawn_later : words.table_later;
        return element("div", { class: "rr-scroll rr-series", tabindex: "0", role: "region", "aria-label": written },
            element("table", {}, element("caption", {}, title), element("thead", {}, head), element("tbody", {}, ...lines)));
    }

    function element(name, attributes, ...inside) {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
        made.append(...inside);
        return made;
    }

    /** The report that an entry is about; none for a plain page. */
    const reportOf = (entry) => (entry?.get("slug") ?? "").match(OWN)?.[1];
    const isNew = (entry) => Boolean(entry?.get("newRecord"));
    // The form of a text is empty until it is chosen which one is meant.
    const nothing = () => h("span", { className: "rr-none" });
    const languageOf = ({ locale }) => locale.toLowerCase();

    const prose = createClass({
        getDefaultProps: () => ({ value: "" }),
        shouldComponentUpdate(next) {
            return next.value !== this.props.value || reportOf(next.entry) !== reportOf(this.props.entry);
        },
        render() {
            const { props } = this;
            if (isNew(props.entry)) return nothing();
            const text = typeof props.value === "string" ? props.value : "";
            const lang = languageOf(props);
            return h("div", { className: "rr-prose" }, [
                h(Typed, { key: "text", id: props.forID, className: props.classNameWrapper, rows: Math.max(8, Math.ceil(text.length / 70)), lang, text, spellCheck: true, onText: props.onChange }),
                h("h3", { key: "title" }, words.preview),
                h(Reading, { key: "preview", text, lang, report: reportOf(props.entry), field: props.field, getAsset: props.getAsset, resolveWidget: props.resolveWidget }),
            ]);
        },
    });

    /** Decap draws no other form in the place of the one that is open: by way of the list it does. */
    function open(event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const { hash } = event.currentTarget;
        addEventListener("hashchange", () => requestAnimationFrame(() => { location.hash = hash; }), { once: true });
        location.replace(LIST);
    }

    /** Which text of which report is to be written: each leads to its form, where the languages stand side by side. */
    const place = createClass({
        getInitialState: () => ({ report: "" }),
        isValid() {
            return isNew(this.props.entry) ? { error: { message: words.choose_place } } : true;
        },
        render() {
            if (!isNew(this.props.entry)) return nothing();
            const { report } = this.state;
            const written = told.written[report] ?? {};
            const stands = (id) => {
                const names = (written[id] ?? []).map((lang) => words.languages[lang]);
                return names.length ? names.join(", ") : words.not_written;
            };
            return h("div", { className: `${this.props.classNameWrapper} rr-choice rr-place` }, [
                h("label", { key: "label", htmlFor: `${this.props.forID}-report` }, this.props.field.get("label")),
                h("select", { key: "report", id: `${this.props.forID}-report`, className: "rr-line", value: report, onChange: ({ target: { value } }) => this.setState({ report: value }) },
                    [["", "–"], ...choices.reports.map(([id, name]) => [id, `${id} · ${name}`])].map(([value, name]) => h("option", { key: value, value }, name))),
                report ? h("p", { key: "said" }, words.choose_text) : null,
                report ? h("ul", { key: "all" }, told.sections.map(([id, name]) => h("li", { key: id }, [
                    h("a", { key: "link", href: `${LIST}/entries/reports/${report}/${id}`, onClick: open }, name), ` – ${stands(id)}`,
                ]))) : null,
            ]);
        },
    });

    return { "rr-prose": prose, "rr-place": place };
}
