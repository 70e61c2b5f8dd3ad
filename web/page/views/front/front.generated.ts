/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type FrontQueryVariables = Exact<{ [key: string]: never; }>;


export type FrontQuery = { readonly treaties: { readonly totalCount: number, readonly aggregate: { readonly min: string | null, readonly max: string | null } } | null, readonly states: { readonly totalCount: number } | null, readonly organizations: { readonly totalCount: number } | null, readonly persons: { readonly totalCount: number } | null, readonly meetings: { readonly totalCount: number } | null, readonly statements: { readonly totalCount: number } | null, readonly documents: { readonly totalCount: number } | null, readonly sources: { readonly totalCount: number } | null };

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

export const FrontDocument = new TypedDocumentString(`
    query Front {
  treaties {
    totalCount
    aggregate {
      min(of: "signed")
      max(of: "signed")
    }
  }
  states {
    totalCount
  }
  organizations {
    totalCount
  }
  persons {
    totalCount
  }
  meetings {
    totalCount
  }
  statements {
    totalCount
  }
  documents {
    totalCount
  }
  sources {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<FrontQuery, FrontQueryVariables>;