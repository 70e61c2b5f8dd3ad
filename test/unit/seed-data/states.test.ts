import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseEdtf } from "../../../src/model/edtf.js";

interface NameRow {
  readonly text: string;
  readonly kind?: string;
  readonly scheme?: string;
  readonly lang?: string;
  readonly preferred?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}
interface NodeRow {
  readonly id: string;
  readonly name?: string;
  readonly iso3?: string;
  readonly existsFrom?: string;
  readonly existsTo?: string;
  readonly source?: string;
  readonly names?: readonly NameRow[];
}
interface EdgeRow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly date: string;
}
interface Bundle {
  readonly source: string;
  readonly sources?: readonly { readonly id: string }[];
  readonly nodes?: readonly NodeRow[];
  readonly edges?: readonly EdgeRow[];
}

const FILES = ["00-background", "10-states", "11-former-states", "12-succession"];
const bundles = FILES.map((file): Bundle => {
  const text = readFileSync(new URL(`../../../seed/${file}.yaml`, import.meta.url), "utf8");
  return parse(text, { schema: "failsafe" });
});
const nodes = bundles.flatMap((bundle) =>
  (bundle.nodes ?? []).map((node) => ({ ...node, source: node.source ?? bundle.source })),
);
const edges = bundles.flatMap((bundle) => bundle.edges ?? []);
const ids = new Set(nodes.map((node) => node.id));

/** The nodes that have a name, letters levelled. */
function named(text: string): string[] {
  const level = (name: string): string => name.normalize("NFKC").toLowerCase();
  return idsWith((name) => name.kind !== "CODE" && level(name.text) === level(text));
}

/** The nodes that have a code, on one day (`YYYY-MM-DD`). */
function coded(scheme: string, text: string, day: string): string[] {
  return idsWith(
    (name) =>
      name.scheme === scheme &&
      name.text === text &&
      (name.validFrom === undefined || parseEdtf(name.validFrom).min <= day) &&
      (name.validTo === undefined || name.validTo === ".." || parseEdtf(name.validTo).max >= day),
  );
}

function idsWith(fits: (name: NameRow) => boolean): string[] {
  const found = nodes.filter((node) => node.names?.some(fits)).map((node) => node.id);
  return [...new Set(found)].sort();
}

/** What a state was made of or came from. */
function origin(from: string): string[] {
  return edges.filter((edge) => edge.from === from).map((edge) => `${edge.kind} ${edge.to}`);
}

// Every participant of the disarmament chapter (26) of the United Nations Treaty Collection, as it stood in 2014, and
// every state in the UNODA status of disarmament treaties, spelled as there.
const PARTICIPANTS = `
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia;
Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan;
Bolivia; Bolivia (Plurinational State of); Bosnia and Herzegovina; Botswana; Brazil; Brunei; Brunei
Darussalam; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Cape Verde; Central
African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Congo, Democratic Republic of the; Congo,
Republic of the; Cook Islands; Costa Rica; Croatia; Cuba; Cyprus; Czech Republic; Côte d'Ivoire;
Democratic People's Republic of Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica;
Dominican Republic; Ecuador; Egypt; El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia;
Fiji; Finland; France; Gabon; Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea;
Guinea-Bissau; Guyana; Haiti; Holy See; Honduras; Hungary; Iceland; India; Indonesia; Iran; Iran (Islamic
Republic of); Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Korea,
North; Korea, South; Kuwait; Kyrgyzstan; Lao People's Democratic Republic; Laos; Latvia; Lebanon;
Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Macedonia, North; Madagascar; Malawi;
Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia (Federated
States of); Micronesia, Federated States of; Moldova; Monaco; Mongolia; Montenegro; Morocco; Mozambique;
Myanmar; Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; Niue; Norway; Oman;
Pakistan; Palau; Palestine; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal;
Qatar; Republic of Korea; Republic of Moldova; Romania; Russia; Russian Federation; Rwanda; Saint Kitts
and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi
Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands;
Somalia; South Africa; South Sudan; Spain; Sri Lanka; St. Kitts and Nevis; St. Lucia; St. Vincent and the
Grenadines; Sudan; Suriname; Swaziland; Sweden; Switzerland; Syria; Syrian Arab Republic; Tajikistan;
Tanzania; Thailand; The former Yugoslav Republic of Macedonia; Timor-Leste; Togo; Tonga; Trinidad and
Tobago; Tunisia; Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom;
United Kingdom of Great Britain and Northern Ireland; United Republic of Tanzania; United States; United
States of America; Uruguay; Uzbekistan; Vanuatu; Vatican City; Venezuela; Venezuela (Bolivarian Republic
of); Viet Nam; Vietnam; Yemen; Zambia; Zimbabwe
`;

describe("the bundles of states", () => {
  it("contain 193 members of the United Nations and six others, each described once by a source", () => {
    expect(new Set(bundles[1]?.nodes?.map((node) => node.id)).size).toBe(199);
    const rows = nodes.map((node) => `${node.id} of ${node.source}`);
    expect(rows).toHaveLength(new Set(rows).size);
  });

  it("give each state one display name", () => {
    const shown = nodes.filter((node) => node.name !== undefined).map((node) => node.id);
    expect(shown.sort()).toEqual([...ids].sort());
  });

  it("name only described sources", () => {
    const known = bundles.flatMap((bundle) => (bundle.sources ?? []).map((source) => source.id));
    expect([...new Set(nodes.map((node) => node.source))].sort()).toEqual(known.sort());
  });

  it("have ids made of ISO codes", () => {
    const coded = nodes.filter((node) => node.iso3 !== undefined);
    expect(coded.filter((node) => node.id !== `state:${node.iso3?.toLowerCase()}`)).toEqual([]);
  });

  it("have valid dates", () => {
    const dates = [
      ...nodes.flatMap((node) => [node.existsFrom, node.existsTo]),
      ...nodes.flatMap((node) => (node.names ?? []).flatMap((name) => [name.validFrom, name.validTo])),
      ...edges.map((edge) => edge.date),
    ];
    for (const date of dates) if (date !== undefined && date !== "..") parseEdtf(date);
    expect(dates.length).toBeGreaterThan(0);
  });

  it("prefer at most one name in each language", () => {
    const preferred = new Map<string, Set<string>>();
    for (const node of nodes) {
      for (const name of node.names ?? []) {
        if (name.preferred === undefined) continue;
        const key = `${node.id} ${name.lang} ${name.kind ?? "NAME"}`;
        preferred.set(key, (preferred.get(key) ?? new Set()).add(name.text));
      }
    }
    expect([...preferred].filter(([, texts]) => texts.size > 1)).toEqual([]);
  });
});

describe("names and codes of states", () => {
  it("lead from every participant of the treaty tables to exactly one state", () => {
    const names = PARTICIPANTS.trim().replaceAll("\n", " ").split("; ");
    expect(names).toHaveLength(221);
    expect(names.filter((name) => named(name).length !== 1)).toEqual([]);
  });

  it.each([
    ["Korea, North", "state:prk"],
    ["Republic of Korea", "state:kor"],
    ["Congo", "state:cog"],
    ["Congo, Democratic Republic of the", "state:cod"],
    ["The former Yugoslav Republic of Macedonia", "state:mkd"],
    ["Micronesia (Federated States of)", "state:fsm"],
    ["Киргизия", "state:kgz"],
    ["Кыргызстан", "state:kgz"],
    ["Қазақстан", "state:kaz"],
    ["Հայաստան", "state:arm"],
    ["США", "state:usa"],
    ["КНДР", "state:prk"],
    ["ФРГ", "state:deu"],
    ["ГДР", "state:ddr"],
    ["СССР", "state:sun"],
    ["Чехословакия", "state:csk"],
    ["Burma", "state:mmr"],
    ["Yemen", "state:yem"],
  ])("identify %s as %s", (name, id) => {
    expect(named(name)).toEqual([id]);
  });

  it.each([
    ["iso3", "KAZ", "2020-01-01", "state:kaz"],
    ["m49", "004", "2020-01-01", "state:afg"],
    ["iso2", "NO", "2020-01-01", "state:nor"],
    ["iso2", "CS", "1985-01-01", "state:csk"],
    ["iso2", "CS", "2005-01-01", "state:scg"],
    ["cow", "2", "1900-01-01", "state:usa"],
    ["cow", "255", "1866-04-08", "state:cow-255"],
    ["cow", "255", "1939-08-23", "state:deu"],
    ["cow", "260", "1975-01-01", "state:deu"],
    ["cow", "265", "1975-01-01", "state:ddr"],
    ["cow", "345", "1912-03-13", "state:cow-345"],
    ["cow", "345", "1953-02-28", "state:yug"],
    ["cow", "345", "2000-01-01", "state:scg"],
    ["cow", "345", "2010-01-01", "state:srb"],
    ["cow", "365", "1894-01-04", "state:cow-365"],
    ["cow", "365", "1987-12-08", "state:sun"],
    ["cow", "365", "1992-05-15", "state:rus"],
    ["cow", "651", "1960-01-01", "state:cow-651"],
    ["cow", "679", "2000-01-01", "state:yem"],
    ["cow", "680", "1980-01-01", "state:ymd"],
  ])("identify %s %s on %s as %s", (scheme, code, day, id) => {
    expect(coded(scheme, code, day)).toEqual([id]);
  });
});

describe("the succession of states", () => {
  it("connects described states, each pair once for each kind", () => {
    expect(edges.filter((edge) => !ids.has(edge.from) || !ids.has(edge.to))).toEqual([]);
    const facts = edges.map((edge) => `${edge.from} ${edge.kind} ${edge.to}`);
    expect(facts).toHaveLength(new Set(facts).size);
  });

  it("gives the Soviet Union one continuing state and eleven successors, none of them Baltic", () => {
    const after = edges.filter((edge) => edge.to === "state:sun");
    expect(after.filter((edge) => edge.kind === "CONTINUES").map((edge) => edge.from)).toEqual(["state:rus"]);
    expect(after.filter((edge) => edge.kind === "SUCCEEDS")).toHaveLength(11);
    expect(origin("state:lva")).toEqual(["SECEDED_FROM state:cow-365"]);
  });

  it("contains who continues, who succeeds and who left", () => {
    expect(origin("state:ddr")).toEqual(["MERGED_INTO state:deu"]);
    expect(origin("state:svk")).toEqual(["SUCCEEDS state:csk"]);
    expect(origin("state:srb")).toEqual(["CONTINUES state:scg"]);
    expect(origin("state:mne")).toEqual(["SECEDED_FROM state:scg"]);
    expect(origin("state:ssd")).toEqual(["SECEDED_FROM state:sdn"]);
  });

  it("connects every former state to another", () => {
    const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    expect(bundles[2]?.nodes?.filter((node) => !joined.has(node.id))).toEqual([]);
  });
});
