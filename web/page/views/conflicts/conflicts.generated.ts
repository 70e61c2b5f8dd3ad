/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A type of edge. */
export type EdgeType =
  /** A positive decision on a text. Recorded once: from the meeting if there is one, else from the body. */
  | 'ADOPTED'
  /** A territory belonged to a state, or a state administered it. One edge for each period. */
  | 'BELONGS_TO'
  /** A text or meeting concerns a subject. The edge records what the text says, not what is true. */
  | 'CONCERNS'
  /** A meeting or organization considered an item. The source reports no positive decision on it. */
  | 'CONSIDERED'
  /** A source lists a relation of a node completely, in the stated period. Anything that is not listed did not exist. */
  | 'COVERS'
  /** A node has a name, abbreviation or code. */
  | 'HAS_NAME'
  /** A person held an office in an organization or state. */
  | 'HELD_OFFICE'
  /** Membership in an organization. One edge for each period of membership. */
  | 'MEMBER_OF'
  /** Participation in a meeting. */
  | 'PARTICIPATED'
  /** A state or organization is bound by a treaty. One edge for each period. */
  | 'PARTY_TO'
  /** A part belongs to a whole: a body to an organization, a session to a body, a protocol to a treaty. */
  | 'PART_OF'
  /** A relation between two nodes of the same type: succession, amendment or response. */
  | 'RELATED_TO'
  /** A source mentions a node or gives the value of one of its properties. */
  | 'REPORTS'
  /** A signature only. Consent to be bound is recorded separately. */
  | 'SIGNED'
  /** A tie of one state to another, as recorded in dyadic data sets. One edge for each direction and period. */
  | 'TIED_TO'
  /** An act by a state or organization concerning a treaty, for example ratification. */
  | 'TREATY_ACTION'
  /** A state voted on a text. */
  | 'VOTED';

export type ConflictsQueryVariables = Exact<{
  about?: ReadonlyArray<string | number> | string | number | null | undefined;
  types?: ReadonlyArray<EdgeType> | EdgeType | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ConflictsQuery = { readonly conflicts: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EdgeType, readonly node:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
      , readonly to:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
      , readonly claims: ReadonlyArray<{ readonly primary: boolean, readonly source: { readonly id: string, readonly name: string } }>, readonly differences: ReadonlyArray<{ readonly property: string, readonly values: ReadonlyArray<{ readonly source: string, readonly value: string }> }> }> } | null };

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

export const ConflictsDocument = new TypedDocumentString(`
    query Conflicts($about: [ID!], $types: [EdgeType!], $sources: [ID!], $lang: String, $after: String) {
  conflicts(
    about: $about
    types: $types
    sources: $sources
    first: 100
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      type
      node {
        id
        name(lang: $lang)
      }
      to {
        id
        name(lang: $lang)
      }
      claims {
        primary
        source {
          id
          name(lang: $lang)
        }
      }
      differences {
        property
        values {
          source
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConflictsQuery, ConflictsQueryVariables>;