/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What links two states or organizations. */
export type Projection =
  /** Meetings that both attended, or that others attended on their behalf. */
  | 'CO_PARTICIPATION'
  /** Texts that both signed, or that others signed on their behalf. */
  | 'CO_SIGNATURE'
  /** Organizations in which both are full members (not observers or associates) at the same time. */
  | 'JOINT_MEMBERSHIP'
  /** Treaties to which both are parties at the same time. */
  | 'SHARED_TREATIES'
  /** The share of the ballots cast by both (YES, NO, ABSTAIN) in which they agree. */
  | 'VOTE_AGREEMENT';

export type NetworkQueryVariables = Exact<{
  projection: Projection;
  with?: ReadonlyArray<string | number> | string | number | null | undefined;
  asOf?: string | null | undefined;
  minShared?: number | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type NetworkQuery = { readonly network: { readonly totalCount: number, readonly certainCount: number, readonly nodes: ReadonlyArray<{ readonly degree: number, readonly community: number, readonly node:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
       }>, readonly links: ReadonlyArray<{ readonly from: string, readonly to: string, readonly weight: number, readonly shared: number, readonly sources: ReadonlyArray<string> }> } | null };

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

export const NetworkDocument = new TypedDocumentString(`
    query Network($projection: Projection!, $with: [ID!], $asOf: Date, $minShared: Int, $sources: [ID!], $lang: String) {
  network(
    projection: $projection
    with: $with
    asOf: $asOf
    minShared: $minShared
    sources: $sources
    first: 1000
  ) {
    totalCount
    certainCount
    nodes {
      node {
        id
        name(lang: $lang)
      }
      degree
      community
    }
    links {
      from
      to
      weight
      shared
      sources
    }
  }
}
    `) as unknown as TypedDocumentString<NetworkQuery, NetworkQueryVariables>;