/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What became of a proposal. */
export type ProposalState =
  /** Its bundle was written. */
  | 'ACCEPTED'
  /** Its bundle was not written. */
  | 'DECLINED'
  /** Nobody has decided yet. */
  | 'OPEN';

export type AcceptMutationVariables = Exact<{
  id: string | number;
  dryRun: boolean;
}>;


export type AcceptMutation = { readonly accept: { readonly dryRun: boolean, readonly created: number, readonly updated: number, readonly unchanged: number, readonly retracted: number, readonly stayRetracted: number, readonly warnings: ReadonlyArray<{ readonly at: string, readonly message: string }>, readonly rows: ReadonlyArray<{ readonly at: string, readonly type: string, readonly id: string, readonly outcome: string }> } | null };

export type DeclineMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type DeclineMutation = { readonly decline: { readonly id: string, readonly state: ProposalState } | null };

export type ProposeMutationVariables = Exact<{
  bundle: string;
  note?: string | null | undefined;
}>;


export type ProposeMutation = { readonly propose: { readonly proposal: { readonly id: string }, readonly report: { readonly dryRun: boolean, readonly created: number, readonly updated: number, readonly unchanged: number, readonly retracted: number, readonly stayRetracted: number, readonly warnings: ReadonlyArray<{ readonly at: string, readonly message: string }>, readonly rows: ReadonlyArray<{ readonly at: string, readonly type: string, readonly id: string, readonly outcome: string }> } } | null };

export type ApplyMutationVariables = Exact<{
  bundle: string;
  dryRun: boolean;
}>;


export type ApplyMutation = { readonly applyBundle: { readonly dryRun: boolean, readonly created: number, readonly updated: number, readonly unchanged: number, readonly retracted: number, readonly stayRetracted: number, readonly warnings: ReadonlyArray<{ readonly at: string, readonly message: string }>, readonly rows: ReadonlyArray<{ readonly at: string, readonly type: string, readonly id: string, readonly outcome: string }> } | null };

export type ReportFragment = { readonly dryRun: boolean, readonly created: number, readonly updated: number, readonly unchanged: number, readonly retracted: number, readonly stayRetracted: number, readonly warnings: ReadonlyArray<{ readonly at: string, readonly message: string }>, readonly rows: ReadonlyArray<{ readonly at: string, readonly type: string, readonly id: string, readonly outcome: string }> };

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
export const ReportFragmentDoc = new TypedDocumentString(`
    fragment Report on BundleReport {
  dryRun
  created
  updated
  unchanged
  retracted
  stayRetracted
  warnings {
    at
    message
  }
  rows {
    at
    type
    id
    outcome
  }
}
    `, {"fragmentName":"Report"}) as unknown as TypedDocumentString<ReportFragment, unknown>;
export const AcceptDocument = new TypedDocumentString(`
    mutation Accept($id: ID!, $dryRun: Boolean!) {
  accept(proposal: $id, dryRun: $dryRun) {
    ...Report
  }
}
    fragment Report on BundleReport {
  dryRun
  created
  updated
  unchanged
  retracted
  stayRetracted
  warnings {
    at
    message
  }
  rows {
    at
    type
    id
    outcome
  }
}`) as unknown as TypedDocumentString<AcceptMutation, AcceptMutationVariables>;
export const DeclineDocument = new TypedDocumentString(`
    mutation Decline($id: ID!, $reason: String!) {
  decline(proposal: $id, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DeclineMutation, DeclineMutationVariables>;
export const ProposeDocument = new TypedDocumentString(`
    mutation Propose($bundle: String!, $note: String) {
  propose(bundle: $bundle, note: $note) {
    proposal {
      id
    }
    report {
      ...Report
    }
  }
}
    fragment Report on BundleReport {
  dryRun
  created
  updated
  unchanged
  retracted
  stayRetracted
  warnings {
    at
    message
  }
  rows {
    at
    type
    id
    outcome
  }
}`) as unknown as TypedDocumentString<ProposeMutation, ProposeMutationVariables>;
export const ApplyDocument = new TypedDocumentString(`
    mutation Apply($bundle: String!, $dryRun: Boolean!) {
  applyBundle(bundle: $bundle, dryRun: $dryRun) {
    ...Report
  }
}
    fragment Report on BundleReport {
  dryRun
  created
  updated
  unchanged
  retracted
  stayRetracted
  warnings {
    at
    message
  }
  rows {
    at
    type
    id
    outcome
  }
}`) as unknown as TypedDocumentString<ApplyMutation, ApplyMutationVariables>;