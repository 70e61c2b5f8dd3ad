import { crc32 } from "node:zlib";

/** A cell of a sheet: text, or the inner XML of a cell with its attributes. */
export type Cell = string | { readonly attributes: string; readonly xml: string };

/** A number to the letter. */
export const number = (letters: string): Cell => ({ attributes: "", xml: `<v>${letters}</v>` });
/** A day, as the number of days since 30 December 1899. */
export const day = (serial: number): Cell => ({ attributes: ' s="1"', xml: `<v>${serial}</v>` });
/** A number with one of FORMATS: a day, a code. */
export const formatted = (value: number, format: keyof typeof FORMATS): Cell => ({
  attributes: ` s="${FORMATS[format]}"`,
  xml: `<v>${value}</v>`,
});
/** A formula, with what the spreadsheet stored as its value. */
export const formula = (text: string, value?: string): Cell => ({
  attributes: value === undefined ? "" : ' t="str"',
  xml: `<f>${text}</f>${value === undefined ? "" : `<v>${value}</v>`}`,
});
/** The error of a formula or a pasted one, such as #REF!. */
export const error = (name: string): Cell => ({ attributes: ' t="e"', xml: `<v>${name}</v>` });
/** A truth value. */
export const truth = (value: boolean): Cell => ({ attributes: ' t="b"', xml: `<v>${Number(value)}</v>` });

/** The formats of numbers that a cell can have, with their numbers. */
const FORMATS = { yyyy: 2, "mmm yyyy": 3, "000": 4, "d mmm yyyy hh:mm": 5 } as const;
const CUSTOM = Object.entries(FORMATS).sort(([, a], [, b]) => a - b);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook with these sheets; an empty row is not written, as spreadsheets do. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { date1904 = false } = {},
): Buffer {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join("")}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${CUSTOM.map(([format], n) => `<numFmt numFmtId="${164 + n}" formatCode="${format}"/>`).join("")}</numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/>${CUSTOM.map((_, n) => `<xf numFmtId="${164 + n}" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`,
  };
  Object.values(sheets).forEach((rows, n) => {
    files[`xl/worksheets/sheet${n + 1}.xml`] = sheetXml(rows);
  });
  return zip(files);
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const body = rows.map((cells, row) => {
    const inner = cells
      .map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`))
      .join("");
    return inner && `<row r="${row + 1}">${inner}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${body.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === "") return "";
  if (typeof cell !== "string") return `<c r="${place}"${cell.attributes}>${cell.xml}</c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A ZIP archive whose files are not compressed. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(HEAD + text)];
    // Version 2.0, no flags, stored, 1 January 1980; checksum and sizes; length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, nameBytes, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, rest, nameBytes]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from("PK\u0005\u0006"), end]);
}
