/* global d3, Plot */

/** Each chart is one stored operation of the service; its parameters come from the form. */
const CHARTS = [
  {
    title: ({ organization }) => `Members of ${organization} at the end of each year`,
    address: ({ organization }) => `members-by-year?organization=${organization}&during=1949/2025`,
    x: "period",
    y: "count",
    label: "members",
  },
  {
    title: ({ treaty }) => `Parties to ${treaty} at the end of each year`,
    address: ({ treaty }) => `parties-by-year?treaty=${treaty}&during=1949/2025`,
    x: "period",
    y: "count",
    label: "parties",
  },
  {
    title: ({ one, other }) => `Share of equal votes of ${one} and ${other}`,
    address: ({ one, other }) => `vote-agreement-by-year?one=${one}&other=${other}&during=1949/2025`,
    x: "groups.key",
    y: "groups.weight",
    label: "agreement",
    empty: "No votes: import the data set un-ga-votes.",
  },
];

const form = document.querySelector("form");
const main = document.querySelector("main");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  draw();
});

/** The form begins with the parameters of the address of this page. */
for (const [name, value] of new URLSearchParams(location.search))
  if (form.elements[name]) form.elements[name].value = value;
draw();

async function draw() {
  const given = Object.fromEntries(new FormData(form));
  main.replaceChildren(...(await Promise.all(CHARTS.map((chart) => figureOf(chart, given)))));
  main.dataset.drawn = "true";
}

async function figureOf(chart, given) {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = chart.title(given);
  figure.append(caption, await pictureOf(chart, given));
  return figure;
}

async function pictureOf({ address, x, y, label, empty }, given) {
  const response = await fetch(`${given.service}/export/csv/${address(given)}`).catch(() => undefined);
  if (!response) return message(`${given.service} does not answer. Start the service: npm start`);
  if (!response.ok) return message((await response.json()).errors[0].message);
  const rows = d3.csvParse((await response.text()).replace(/^\uFEFF/, ""), (row) => ({
    year: new Date(Date.UTC(Number(row[x]), 11, 31)),
    value: Number(row[y]),
  }));
  if (!rows.length) return message(empty ?? "Nothing is recorded.");
  return Plot.plot({
    width: 900,
    height: 280,
    x: { label: "year" },
    y: { label, zero: true, grid: true },
    marks: [Plot.lineY(rows, { x: "year", y: "value", curve: "step-after" }), Plot.ruleY([0])],
  });
}

function message(text) {
  const element = document.createElement("p");
  element.setAttribute("role", "alert");
  element.textContent = text;
  return element;
}
