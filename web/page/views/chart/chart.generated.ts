/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type MembersChartQueryVariables = Exact<{
  id: string | number;
  during: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type MembersChartQuery = { readonly organization: { readonly id: string, readonly name: string, readonly members: { readonly aggregate: { readonly series: ReadonlyArray<{ readonly period: string, readonly count: number, readonly certainCount: number, readonly covered: boolean | null }> } } } | null };

export type PartiesChartQueryVariables = Exact<{
  id: string | number;
  during: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type PartiesChartQuery = { readonly treaty: { readonly id: string, readonly name: string, readonly parties: { readonly aggregate: { readonly series: ReadonlyArray<{ readonly period: string, readonly count: number, readonly certainCount: number, readonly covered: boolean | null }> } } } | null };

export type TreatiesOfStateChartQueryVariables = Exact<{
  id: string | number;
  during: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type TreatiesOfStateChartQuery = { readonly state: { readonly id: string, readonly name: string, readonly partyTo: { readonly aggregate: { readonly series: ReadonlyArray<{ readonly period: string, readonly count: number, readonly certainCount: number, readonly covered: boolean | null }> } } } | null };

export type GridQueryVariables = Exact<{
  id: string | number;
  during: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type GridQuery = { readonly node:
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly validFrom: string | null, readonly validFromMin: string | null, readonly validFromMax: string | null, readonly validTo: string | null, readonly validToMin: string | null, readonly validToMax: string | null, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string, readonly partyTo: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly validFrom: string | null, readonly validFromMin: string | null, readonly validFromMax: string | null, readonly validTo: string | null, readonly validToMin: string | null, readonly validToMax: string | null, readonly node: { readonly id: string, readonly name: string } }> } }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string, readonly parties: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly validFrom: string | null, readonly validFromMin: string | null, readonly validFromMax: string | null, readonly validTo: string | null, readonly validToMin: string | null, readonly validToMax: string | null, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MembersChartDocument = new TypedDocumentString(`
    query MembersChart($id: ID!, $during: EDTF!, $sources: [ID!], $lang: String) {
  organization(id: $id) {
    id
    name(lang: $lang)
    members(sources: $sources) {
      aggregate {
        series(by: YEAR, during: $during, at: END) {
          period
          count
          certainCount
          covered
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MembersChartQuery, MembersChartQueryVariables>;
export const PartiesChartDocument = new TypedDocumentString(`
    query PartiesChart($id: ID!, $during: EDTF!, $sources: [ID!], $lang: String) {
  treaty(id: $id) {
    id
    name(lang: $lang)
    parties(sources: $sources) {
      aggregate {
        series(by: YEAR, during: $during, at: END) {
          period
          count
          certainCount
          covered
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartiesChartQuery, PartiesChartQueryVariables>;
export const TreatiesOfStateChartDocument = new TypedDocumentString(`
    query TreatiesOfStateChart($id: ID!, $during: EDTF!, $sources: [ID!], $lang: String) {
  state(id: $id) {
    id
    name(lang: $lang)
    partyTo(sources: $sources) {
      aggregate {
        series(by: YEAR, during: $during, at: END) {
          period
          count
          certainCount
          covered
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TreatiesOfStateChartQuery, TreatiesOfStateChartQueryVariables>;
export const GridDocument = new TypedDocumentString(`
    query Grid($id: ID!, $during: EDTF!, $sources: [ID!], $lang: String) {
  node(id: $id, during: $during, sources: $sources) {
    id
    name(lang: $lang)
    ... on Organization {
      members(first: 1000) {
        totalCount
        edges {
          validFrom
          validFromMin
          validFromMax
          validTo
          validToMin
          validToMax
          node {
            id
            name(lang: $lang)
          }
        }
      }
    }
    ... on Treaty {
      parties(first: 1000) {
        totalCount
        edges {
          validFrom
          validFromMin
          validFromMax
          validTo
          validToMin
          validToMax
          node {
            id
            name(lang: $lang)
          }
        }
      }
    }
    ... on State {
      partyTo(first: 1000) {
        totalCount
        edges {
          validFrom
          validFromMin
          validFromMax
          validTo
          validToMin
          validToMax
          node {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GridQuery, GridQueryVariables>;