/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CompareDaysQueryVariables = Exact<{
  id: string | number;
  one: string;
  other: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type CompareDaysQuery = { readonly node:
    | { readonly __typename: 'Document', readonly id: string, readonly name: string }
    | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
    | { readonly __typename: 'Name', readonly id: string, readonly name: string }
    | { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly oneMembers: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        > }, readonly otherMembers: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        > } }
    | { readonly __typename: 'Person', readonly id: string, readonly name: string }
    | { readonly __typename: 'Source', readonly id: string, readonly name: string }
    | { readonly __typename: 'State', readonly id: string, readonly name: string, readonly oneTreaties: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly otherTreaties: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } }
    | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
    | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
    | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
    | { readonly __typename: 'Treaty', readonly id: string, readonly name: string, readonly oneParties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        > }, readonly otherParties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        > } }
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

export const CompareDaysDocument = new TypedDocumentString(`
    query CompareDays($id: ID!, $one: Date!, $other: Date!, $sources: [ID!], $lang: String) {
  node(id: $id) {
    __typename
    id
    name(lang: $lang)
    ... on Treaty {
      oneParties: parties(asOf: $one, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
      otherParties: parties(asOf: $other, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
    }
    ... on Organization {
      oneMembers: members(asOf: $one, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
      otherMembers: members(asOf: $other, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
    }
    ... on State {
      oneTreaties: partyTo(asOf: $one, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
      otherTreaties: partyTo(asOf: $other, first: 1000, sources: $sources) {
        totalCount
        nodes {
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareDaysQuery, CompareDaysQueryVariables>;