/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type SuggestQueryVariables = Exact<{
  text: string;
  lang?: string | null | undefined;
}>;


export type SuggestQuery = { readonly suggest: ReadonlyArray<{ readonly name: string, readonly parts: ReadonlyArray<{ readonly text: string, readonly isMatch: boolean }>, readonly node:
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
     }> | null };

export type FindBestQueryVariables = Exact<{
  text: string;
}>;


export type FindBestQuery = { readonly search: { readonly nodes: ReadonlyArray<
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
    > } | null };

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

export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $lang: String) {
  suggest(text: $text, first: 8) {
    name
    parts {
      text
      isMatch
    }
    node {
      __typename
      id
      name(lang: $lang)
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const FindBestDocument = new TypedDocumentString(`
    query FindBest($text: String!) {
  search(text: $text, first: 1) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FindBestQuery, FindBestQueryVariables>;