// Starts the editor: reads what the site says of itself, and gives Decap CMS our formats and controls.

import { controls } from "./controls.js";
import { register } from "./formats.js";
import { withLanguagesLast } from "./languages.js";

const LANGUAGE = "rr-admin-language";

async function json(name) {
    const answer = await fetch(name, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
}

function stored(name) {
    try {
        return localStorage.getItem(name);
    } catch {
        return null;
    }
}

function choose(lang) {
    try {
        localStorage.setItem(LANGUAGE, lang);
    } catch {
        // Without storage the language of the address holds for this visit.
    }
    const there = new URL(location.href);
    there.searchParams.set("lang", lang);
    location.assign(there);
}

async function start() {
    const { CMS } = window;
    const languages = document.documentElement.dataset.languages.split(" ");
    const wanted = [new URLSearchParams(location.search).get("lang"), stored(LANGUAGE)].find((lang) => languages.includes(lang));
    const lang = wanted ?? languages[0];
    const told = await json(`settings.${lang}.json`);
    document.documentElement.lang = lang;
    document.title = told.words.title;
    const nav = document.querySelector("#rr-languages");
    for (const each of languages) {
        const button = document.createElement("button");
        button.type = "button";
        button.lang = each;
        button.textContent = told.words.languages[each];
        button.setAttribute("aria-pressed", String(each === lang));
        button.addEventListener("click", () => choose(each));
        nav.append(button);
    }
    const forms = new Map();
    const form = (id) => {
        if (!forms.has(id)) forms.set(id, json(`forms/${encodeURIComponent(id)}.${lang}.json`));
        return forms.get(id);
    };
    const figures = figuresOf(told.units_with_figures);
    const made = controls(told.words, told.choices, form, { told: told.texts, figures });
    for (const [name, control] of Object.entries(made)) CMS.registerWidget(name, control);
    register(CMS);
    say(CMS.getLocale(lang), told.words.phrases);
    withLanguagesLast(CMS.getBackend(told.config.backend.name), languages, { sections: told.texts.sections.map(([id]) => id), taken: told.words.taken });
    CMS.init({ config: told.config });
    if (told.config.backend.name === "proxy") watch(told.words, async () => {
        figures.renew();
        Object.assign(told.texts, (await json(`settings.${lang}.json`)).texts);
    });
}

/** What Decap lacks in a language, put among its own words. */
function say(locale, phrases) {
    for (const [path, said] of Object.entries(phrases)) {
        const names = path.split(".");
        const last = names.pop();
        names.reduce((each, name) => (each[name] ??= {}), locale)[last] = said;
    }
}

/** The figures of units, asked for once; anew when the site has been made anew. */
function figuresOf(units) {
    const asked = new Map();
    const told = new Set();
    const nothing = { rows: [], indicators: {}, periods: [], breakdowns: [] };
    return {
        of(unit, lang) {
            const name = `figures/${encodeURIComponent(unit)}.${lang}.json`;
            if (!asked.has(name)) asked.set(name, units.includes(unit) ? json(name) : Promise.resolve(nothing));
            return asked.get(name);
        },
        whenRenewed(tell) {
            told.add(tell);
            return () => told.delete(tell);
        },
        renew() {
            asked.clear();
            for (const tell of told) tell();
        },
    };
}

/** On this machine: say what the last save came to, as soon as the site has been made anew. */
function watch(words, renew) {
    const bar = document.querySelector("#rr-state");
    let version;
    const ask = async () => {
        try {
            const state = await json("/.serve/state");
            if (state.message) {
                bar.textContent = `${state.title}\n${state.message}`;
                bar.className = "rr-wrong";
            } else if (version !== undefined && state.version !== version) {
                bar.textContent = words.rebuilt;
                bar.className = "rr-fine";
                renew();
            } else if (bar.className === "rr-wrong") bar.className = bar.textContent = "";
            version = state.version;
        } catch {
            // The server was stopped; saving will say so.
        }
    };
    ask();
    setInterval(ask, 1000);
}

start().catch((fault) => {
    document.querySelector("#rr-state").textContent = String(fault.message);
});
