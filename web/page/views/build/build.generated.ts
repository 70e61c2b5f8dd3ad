/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

export type FieldsQueryVariables = Exact<{
  type: string;
  where: string;
}>;


export type FieldsQuery = { readonly type: { readonly fields: ReadonlyArray<{ readonly name: string, readonly type: { readonly kind: __TypeKind, readonly name: string | null, readonly ofType: { readonly kind: __TypeKind, readonly name: string | null } | null } }> | null } | null, readonly where: { readonly inputFields: ReadonlyArray<{ readonly name: string, readonly description: string | null, readonly type: { readonly name: string | null } }> | null } | null };

export type ValuesQueryVariables = Exact<{
  filter: string;
}>;


export type ValuesQuery = { readonly filter: { readonly inputFields: ReadonlyArray<{ readonly name: string, readonly type: { readonly kind: __TypeKind, readonly name: string | null, readonly enumValues: ReadonlyArray<{ readonly name: string }> | null } }> | null } | null };

export type ThingNameQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
}>;


export type ThingNameQuery = { readonly node:
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

export const FieldsDocument = new TypedDocumentString(`
    query Fields($type: String!, $where: String!) {
  type: __type(name: $type) {
    fields {
      name
      type {
        kind
        name
        ofType {
          kind
          name
        }
      }
    }
  }
  where: __type(name: $where) {
    inputFields {
      name
      description
      type {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FieldsQuery, FieldsQueryVariables>;
export const ValuesDocument = new TypedDocumentString(`
    query Values($filter: String!) {
  filter: __type(name: $filter) {
    inputFields {
      name
      type {
        kind
        name
        enumValues {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ValuesQuery, ValuesQueryVariables>;
export const ThingNameDocument = new TypedDocumentString(`
    query ThingName($id: ID!, $lang: String) {
  node(id: $id) {
    id
    name(lang: $lang)
  }
}
    `) as unknown as TypedDocumentString<ThingNameQuery, ThingNameQueryVariables>;