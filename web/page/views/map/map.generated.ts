/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether a date condition may or must be satisfied. */
export type Certainty =
  /** Satisfied for every possible value of the dates. */
  | 'CERTAIN'
  /** Satisfied for at least one possible value of the dates. */
  | 'POSSIBLE';

/** How much of a relation is recorded. */
export type Completeness =
  /** A source lists the relation completely for the requested time, or for some time if none is requested. */
  | 'COMPLETE'
  /** Nothing is recorded. An empty list does not mean that there is none. */
  | 'NOT_RECORDED'
  /** Some of it is recorded, but no source lists it completely for the requested time. */
  | 'PARTIAL';

export type MapOfTreatyQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type MapOfTreatyQuery = { readonly treaty: { readonly id: string, readonly name: string, readonly parties: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness, readonly from: string | null, readonly until: string | null }, readonly edges: ReadonlyArray<{ readonly validFrom: string | null, readonly holds: Certainty | null, readonly node:
          | { readonly id: string, readonly name: string }
          | { readonly codes: unknown, readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
         }> } } | null };

export type MapOfTreatiesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type MapOfTreatiesQuery = { readonly states: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly codes: unknown, readonly list: { readonly totalCount: number, readonly certainCount: number } }> } | null };

export type MapOfMembershipsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type MapOfMembershipsQuery = { readonly states: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly codes: unknown, readonly list: { readonly totalCount: number, readonly certainCount: number } }> } | null };

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

export const MapOfTreatyDocument = new TypedDocumentString(`
    query MapOfTreaty($id: ID!, $asOf: Date, $sources: [ID!], $lang: String) {
  treaty(id: $id) {
    id
    name(lang: $lang)
    parties(first: 1000, asOf: $asOf, sources: $sources) {
      totalCount
      coverage {
        completeness
        from
        until
      }
      edges {
        validFrom
        holds
        node {
          id
          name(lang: $lang)
          ... on State {
            codes(schemes: ["m49"])
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapOfTreatyQuery, MapOfTreatyQueryVariables>;
export const MapOfTreatiesDocument = new TypedDocumentString(`
    query MapOfTreaties($asOf: Date, $sources: [ID!], $lang: String) {
  states(first: 1000) {
    totalCount
    nodes {
      id
      name(lang: $lang)
      codes(schemes: ["m49"])
      list: partyTo(first: 0, asOf: $asOf, sources: $sources) {
        totalCount
        certainCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapOfTreatiesQuery, MapOfTreatiesQueryVariables>;
export const MapOfMembershipsDocument = new TypedDocumentString(`
    query MapOfMemberships($asOf: Date, $sources: [ID!], $lang: String) {
  states(first: 1000) {
    totalCount
    nodes {
      id
      name(lang: $lang)
      codes(schemes: ["m49"])
      list: memberOf(
        first: 0
        asOf: $asOf
        sources: $sources
        where: {role: {eq: MEMBER}}
      ) {
        totalCount
        certainCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapOfMembershipsQuery, MapOfMembershipsQueryVariables>;