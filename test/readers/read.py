"""Reads an export with a program that people use, and prints what it found as JSON.

python read.py READER FILE. Exit code 3 means that the reader is not installed.
"""

import importlib
import json
import sys


def table(frame):
    return {
        "rows": len(frame),
        "columns": list(frame.columns),
        "kinds": {name: str(kind) for name, kind in frame.dtypes.items()},
        "first": json.loads(frame.head(1).to_json(orient="records", date_format="iso"))[:1],
    }


def pandas_csv(path):
    return table(importlib.import_module("pandas").read_csv(path))


def pandas_tsv(path):
    return table(importlib.import_module("pandas").read_csv(path, sep="\t"))


def pandas_json(path):
    pandas = importlib.import_module("pandas")
    with open(path, encoding="utf-8") as file:
        return table(pandas.json_normalize(json.load(file)["rows"]))


def openpyxl_xlsx(path):
    book = importlib.import_module("openpyxl").load_workbook(path)
    head, *rows = list(book["data"].iter_rows(values_only=True))
    about = [row[0] for row in book["about"].iter_rows(values_only=True)]
    kinds = {name: sorted({type(row[place]).__name__ for row in rows}) for place, name in enumerate(head)}
    return {"rows": len(rows), "columns": list(head), "kinds": kinds, "about": about}


def pyarrow_parquet(path):
    parquet = importlib.import_module("pyarrow.parquet")
    read = parquet.read_table(path)
    metadata = {key.decode(): value.decode() for key, value in (read.schema.metadata or {}).items()}
    return {
        "rows": read.num_rows,
        "columns": read.column_names,
        "kinds": {field.name: str(field.type) for field in read.schema},
        "about": metadata.get("citation", ""),
        "first": json.loads(read.slice(0, 1).to_pandas().to_json(orient="records", date_format="iso")),
    }


def graph(nodes, edges):
    return {
        "nodes": len(nodes),
        "edges": len(edges),
        "node": next(iter(nodes), {}),
        "edge": next(iter(edges), {}),
    }


def networkx_graphml(path):
    read = importlib.import_module("networkx").read_graphml(path)
    return graph([data for _, data in read.nodes(data=True)], [data for *_, data in read.edges(data=True)])


def networkx_gexf(path):
    read = importlib.import_module("networkx").read_gexf(path, version="1.3")
    return graph([data for _, data in read.nodes(data=True)], [data for *_, data in read.edges(data=True)])


def igraph_graphml(path):
    read = importlib.import_module("igraph").Graph.Read_GraphML(path)
    return graph([node.attributes() for node in read.vs], [edge.attributes() for edge in read.es])


def rdflib_turtle(path):
    return triples(path, "turtle")


def rdflib_jsonld(path):
    return triples(path, "json-ld")


def triples(path, form):
    rdflib = importlib.import_module("rdflib")
    read = rdflib.Graph().parse(path, format=form)
    from_ = [str(subject) for subject, term, _ in read if str(term).endswith("/vocabulary#from")]
    return {"triples": len(read), "edges": len(set(from_)), "datasets": sorted(
        str(subject) for subject, _, kind in read if str(kind).endswith("/Dataset")
    )}


if __name__ == "__main__":
    _, reader, path = sys.argv
    try:
        found = globals()[reader](path)
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    # JSON has no NaN, which some readers give for no value.
    text = json.dumps(found, ensure_ascii=False, default=str)
    print(json.dumps(json.loads(text, parse_constant=lambda _: None), ensure_ascii=False))
