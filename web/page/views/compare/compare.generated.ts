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

export type CompareQueryVariables = Exact<{
  one: string | number;
  other: string | number;
  oneDay: string;
  otherDay: string;
  oneSources?: ReadonlyArray<string | number> | string | number | null | undefined;
  otherSources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type CompareQuery = { readonly one:
    | { readonly __typename: 'Document', readonly id: string, readonly name: string }
    | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
    | { readonly __typename: 'Name', readonly id: string, readonly name: string }
    | { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly members: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
    | { readonly __typename: 'Person', readonly id: string, readonly name: string }
    | { readonly __typename: 'Source', readonly id: string, readonly name: string }
    | { readonly __typename: 'State', readonly id: string, readonly name: string, readonly partyTo: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly id: string, readonly name: string } }> } }
    | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
    | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
    | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
    | { readonly __typename: 'Treaty', readonly id: string, readonly name: string, readonly parties: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
   | null, readonly other:
    | { readonly __typename: 'Document', readonly id: string, readonly name: string }
    | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
    | { readonly __typename: 'Name', readonly id: string, readonly name: string }
    | { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly members: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
    | { readonly __typename: 'Person', readonly id: string, readonly name: string }
    | { readonly __typename: 'Source', readonly id: string, readonly name: string }
    | { readonly __typename: 'State', readonly id: string, readonly name: string, readonly partyTo: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly id: string, readonly name: string } }> } }
    | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
    | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
    | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
    | { readonly __typename: 'Treaty', readonly id: string, readonly name: string, readonly parties: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
           }> } }
   | null };

type Side_Document_Fragment = { readonly __typename: 'Document', readonly id: string, readonly name: string };

type Side_Meeting_Fragment = { readonly __typename: 'Meeting', readonly id: string, readonly name: string };

type Side_Name_Fragment = { readonly __typename: 'Name', readonly id: string, readonly name: string };

type Side_Organization_Fragment = { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly members: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
       }> } };

type Side_Person_Fragment = { readonly __typename: 'Person', readonly id: string, readonly name: string };

type Side_Source_Fragment = { readonly __typename: 'Source', readonly id: string, readonly name: string };

type Side_State_Fragment = { readonly __typename: 'State', readonly id: string, readonly name: string, readonly partyTo: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly id: string, readonly name: string } }> } };

type Side_Statement_Fragment = { readonly __typename: 'Statement', readonly id: string, readonly name: string };

type Side_Territory_Fragment = { readonly __typename: 'Territory', readonly id: string, readonly name: string };

type Side_Topic_Fragment = { readonly __typename: 'Topic', readonly id: string, readonly name: string };

type Side_Treaty_Fragment = { readonly __typename: 'Treaty', readonly id: string, readonly name: string, readonly parties: { readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
        | { readonly id: string, readonly name: string }
       }> } };

export type SideFragment =
  | Side_Document_Fragment
  | Side_Meeting_Fragment
  | Side_Name_Fragment
  | Side_Organization_Fragment
  | Side_Person_Fragment
  | Side_Source_Fragment
  | Side_State_Fragment
  | Side_Statement_Fragment
  | Side_Territory_Fragment
  | Side_Topic_Fragment
  | Side_Treaty_Fragment
;

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
export const SideFragmentDoc = new TypedDocumentString(`
    fragment Side on Entity {
  __typename
  id
  name(lang: $lang)
  ... on Treaty {
    parties(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
  ... on Organization {
    members(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
  ... on State {
    partyTo(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `, {"fragmentName":"Side"}) as unknown as TypedDocumentString<SideFragment, unknown>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($one: ID!, $other: ID!, $oneDay: Date!, $otherDay: Date!, $oneSources: [ID!], $otherSources: [ID!], $lang: String) {
  one: node(id: $one, asOf: $oneDay, sources: $oneSources) {
    ...Side
  }
  other: node(id: $other, asOf: $otherDay, sources: $otherSources) {
    ...Side
  }
}
    fragment Side on Entity {
  __typename
  id
  name(lang: $lang)
  ... on Treaty {
    parties(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
  ... on Organization {
    members(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
  ... on State {
    partyTo(first: 1000) {
      coverage {
        completeness
      }
      edges {
        holds
        source {
          id
          name(lang: $lang)
        }
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;