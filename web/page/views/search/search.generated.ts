/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A type of node. */
export type NodeType =
  /** A plan, list, decision, resolution or other document. */
  | 'Document'
  /** A meeting, session or conference. */
  | 'Meeting'
  /** A name, abbreviation or code. Several nodes can share it. */
  | 'Name'
  /** An organization, one of its bodies, an alliance or an armed group. */
  | 'Organization'
  /** A person. */
  | 'Person'
  /** A source of assertions, for example a news report or a data set. */
  | 'Source'
  /** A state as a legal person. The USSR and Russia are two states, linked by succession. */
  | 'State'
  /** A statement, declaration, reservation or objection. */
  | 'Statement'
  /** A territory that is not a state: a colony, mandate, dependency or autonomous area. */
  | 'Territory'
  /** A topic of texts and meetings. */
  | 'Topic'
  /** A treaty, convention, charter, protocol or other agreement. Political commitments such as final acts and memorandums are included; they are marked legallyBinding: false. */
  | 'Treaty';

/** How the search text matches a node, best matches first. */
export type SearchMatch =
  /** The text is a name of the node, ignoring case, ё, diacritics, dots, hyphens and quotation marks. */
  | 'EXACT'
  /** Like TRANSLITERATION, but allows typing errors in words of five letters or more. */
  | 'FUZZY'
  /** The text is the id of the node. */
  | 'ID'
  /** All words of the text occur in one name of the node, in any grammatical form and order. */
  | 'MORPHOLOGY'
  /** All words of the text occur in one name, in another script or transliteration. */
  | 'TRANSLITERATION'
  /** Every word of the text occurs in a name of the node, but not all in the same name. */
  | 'WORDS';

export type SearchQueryVariables = Exact<{
  text: string;
  types?: ReadonlyArray<NodeType> | NodeType | null | undefined;
  lang?: string | null | undefined;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly type: NodeType, readonly count: number }>, readonly edges: ReadonlyArray<{ readonly match: SearchMatch, readonly matched: string, readonly node:
        | { readonly __typename: 'Document', readonly id: string, readonly name: string }
        | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
        | { readonly __typename: 'Name', readonly id: string, readonly name: string }
        | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
        | { readonly __typename: 'Person', readonly id: string, readonly name: string }
        | { readonly __typename: 'Source', readonly id: string, readonly name: string }
        | { readonly __typename: 'State', readonly id: string, readonly name: string }
        | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
        | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
        | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
        | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
       }> } | null };

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

export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $types: [NodeType!], $lang: String) {
  search(text: $text, types: $types, first: 50) {
    totalCount
    facets {
      type
      count
    }
    edges {
      match
      matched
      node {
        __typename
        id
        name(lang: $lang)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;