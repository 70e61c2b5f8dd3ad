/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a text was adopted. */
export type AdoptionMode =
  /** Adopted; the source does not say how. */
  | 'ADOPTED'
  /** Agreed. */
  | 'AGREED'
  /** Approved. */
  | 'APPROVED'
  /** Adopted by vote. */
  | 'BY_VOTE'
  /** Endorsed. */
  | 'ENDORSED'
  /** Issued by its author. */
  | 'ISSUED'
  /** Adopted by signing. */
  | 'SIGNED';

/** What the members of an alliance promise each other. */
export type AllianceType =
  /** To defend each other. */
  | 'DEFENSE_PACT'
  /** To consult each other. */
  | 'ENTENTE'
  /** To stay neutral. */
  | 'NEUTRALITY'
  /** Not to attack each other. */
  | 'NON_AGGRESSION';

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

/** Result of considering an item. */
export type ConsiderationResult =
  /** Considered; the source does not give a result. */
  | 'CONSIDERED'
  /** Deferred. */
  | 'DEFERRED'
  /** Discussed. */
  | 'DISCUSSED'
  /** Noted. */
  | 'NOTED'
  /** Rejected. */
  | 'REJECTED';

/** Kind of document. */
export type DocumentKind =
  /** Decision of a body. */
  | 'DECISION'
  /** Instructions to representatives. */
  | 'INSTRUCTIONS'
  /** Plan of action or consultation. */
  | 'PLAN'
  /** Resolution of a body. */
  | 'RESOLUTION'
  /** Roadmap. */
  | 'ROADMAP'
  /** List of topics. */
  | 'TOPIC_LIST';

/** Kind of meeting. */
export type MeetingKind =
  /** Conference of states or others. */
  | 'CONFERENCE'
  /** Round of negotiation. */
  | 'NEGOTIATION'
  /** Regular or special session of a body. */
  | 'SESSION'
  /** Meeting of heads of state or government. */
  | 'SUMMIT';

/** Role of a member in an organization. */
export type MembershipRole =
  /** Associate. */
  | 'ASSOCIATE'
  /** Candidate. */
  | 'CANDIDATE'
  /** Full member. */
  | 'MEMBER'
  /** Observer. */
  | 'OBSERVER';

/** Kind of name. */
export type NameKind =
  /** Abbreviation. */
  | 'ABBR'
  /** Code in a coding scheme. */
  | 'CODE'
  /** Name in a language. */
  | 'NAME'
  /** Transliteration. */
  | 'TRANSLIT';

/** Kind of organization. */
export type OrganizationKind =
  /** Agency of a state or an organization. */
  | 'AGENCY'
  /** Alliance without an organization of its own. */
  | 'ALLIANCE'
  /** Armed group that is not a state. */
  | 'ARMED_GROUP'
  /** Organ of another organization. */
  | 'BODY'
  /** Intergovernmental organization. */
  | 'IGO'
  /** Non-governmental organization. */
  | 'NGO'
  /** Partnership or dialogue of states without a founding treaty. */
  | 'PARTNERSHIP'
  /** Export control regime or other informal regime. */
  | 'REGIME';

/** How a part belongs to a whole. */
export type PartKind =
  /** Organ of an organization. */
  | 'BODY_OF'
  /** Narrower topic. */
  | 'NARROWER'
  /** Protocol to a treaty. */
  | 'PROTOCOL_TO'
  /** Session of a body or part of a meeting. */
  | 'SESSION_OF';

/** Role of a participant at a meeting. */
export type ParticipantRole =
  /** Expected, but did not take part. */
  | 'ABSENT'
  /** Chair of the meeting. */
  | 'CHAIR'
  /** Guest. */
  | 'GUEST'
  /** Host of the meeting. */
  | 'HOST'
  /** Member of the body that met. */
  | 'MEMBER'
  /** Observer. */
  | 'OBSERVER'
  /** Official of the organization. */
  | 'OFFICIAL'
  /** Speaker. */
  | 'SPEAKER';

/** Kind of source. */
export type SourceKind =
  /** Book or general knowledge. */
  | 'BOOK'
  /** Data set. */
  | 'DATASET'
  /** News report. */
  | 'NEWS'
  /** Official publication of a party or depositary. */
  | 'OFFICIAL';

/** Attitude of a text to its subject, not what is true. */
export type Stance =
  /** Against the subject. */
  | 'CRITICIZES'
  /** Neither for nor against. */
  | 'NEUTRAL'
  /** In favor of the subject. */
  | 'SUPPORTS';

/** Kind of statement. */
export type StatementKind =
  /** Announcement of a decision or an act. */
  | 'ANNOUNCEMENT'
  /** Communiqué of a meeting. */
  | 'COMMUNIQUE'
  /** Solemn declaration. */
  | 'DECLARATION'
  /** Joint statement. */
  | 'JOINT_STATEMENT'
  /** Objection to a statement by someone else. */
  | 'OBJECTION'
  /** Reservation to a treaty. */
  | 'RESERVATION';

/** Status of a territory. */
export type TerritoryKind =
  /** Area with autonomy by treaty, law or constitution. */
  | 'AUTONOMOUS_AREA'
  /** Colony or overseas possession. */
  | 'COLONY'
  /** Overseas territory or other dependency of today. */
  | 'DEPENDENCY'
  /** States disagree to whom it belongs, or whether it is a state. */
  | 'DISPUTED'
  /** Mandate of the League of Nations. */
  | 'MANDATE'
  /** Own ruler or government; a state conducts its foreign affairs. */
  | 'PROTECTORATE'
  /** Trust territory of the United Nations. */
  | 'TRUST_TERRITORY';

/** Kind of treaty action. */
export type TreatyAct =
  /** Acceptance. */
  | 'ACCEPTANCE'
  /** Accession. */
  | 'ACCESSION'
  /** Approval. */
  | 'APPROVAL'
  /** Declaration under the treaty or on its interpretation. */
  | 'DECLARATION'
  /** Signature that binds without ratification. */
  | 'DEFINITIVE_SIGNATURE'
  /** Extension of the duration of the treaty. */
  | 'EXTENSION'
  /** Formal confirmation by an organization. */
  | 'FORMAL_CONFIRMATION'
  /** Notification that the domestic procedures for entry into force are complete. */
  | 'NOTIFICATION'
  /** Objection to an act of another party. */
  | 'OBJECTION'
  /** Participation. */
  | 'PARTICIPATION'
  /** Provisional application. */
  | 'PROVISIONAL_APPLICATION'
  /** Ratification. */
  | 'RATIFICATION'
  /** Reservation. */
  | 'RESERVATION'
  /** End of a suspension. */
  | 'RESUMPTION'
  /** Revocation of an earlier act, for example a ratification or a notice of withdrawal. */
  | 'REVOCATION'
  /** Succession. */
  | 'SUCCESSION'
  /** Suspension. */
  | 'SUSPENSION'
  /** Termination. */
  | 'TERMINATION'
  /** Withdrawal. */
  | 'WITHDRAWAL'
  /** Notice of withdrawal. */
  | 'WITHDRAWAL_NOTICE';

/** Main subject of a treaty. */
export type TreatyKind =
  /** Limits or bans arms, or provides for inspections. */
  | 'ARMS_CONTROL'
  /** Borders, or forces in border regions. */
  | 'BORDER'
  /** Notifications, hot lines, observation and other means against war by accident. */
  | 'CONFIDENCE_BUILDING'
  /** Establishes or governs an organization. */
  | 'CONSTITUTIVE'
  /** The parties promise to defend each other. */
  | 'DEFENSE_PACT'
  /** The parties promise to consult each other. */
  | 'ENTENTE'
  /** Friendship and cooperation, without a promise of defense. */
  | 'FRIENDSHIP'
  /** The conduct of war and the protection of its victims. */
  | 'HUMANITARIAN_LAW'
  /** Terrorism, trafficking, cybercrime and other crime. */
  | 'LAW_ENFORCEMENT'
  /** Joint forces, air defense, bases, status of forces, military aid or technology. */
  | 'MILITARY_COOPERATION'
  /** The parties promise to stay neutral. */
  | 'NEUTRALITY'
  /** The parties promise not to attack each other. */
  | 'NON_AGGRESSION'
  /** Anything else. */
  | 'OTHER'
  /** Ends a war. */
  | 'PEACE';

/** How a state voted. */
export type VotePosition =
  /** Did not take part. */
  | 'ABSENT'
  /** Abstained. */
  | 'ABSTAIN'
  /** Against. */
  | 'NO'
  /** In favor. */
  | 'YES';

export type TreatySheetQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  day: string;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type TreatySheetQuery = { readonly node: { readonly __typename: 'Treaty', readonly id: string, readonly name: string, readonly allianceType: AllianceType | null, readonly inForce: string | null, readonly ended: string | null, readonly depositary: string | null, readonly untsNo: string | null, readonly treatyKind: TreatyKind | null, readonly treatyAdopted: string | null, readonly treatySigned: string | null, readonly treatyPlace: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly signatories: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness, readonly from: string | null, readonly until: string | null }, readonly edges: ReadonlyArray<{ readonly id: string, readonly date: string | null, readonly place: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly actions: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness, readonly from: string | null, readonly until: string | null }, readonly edges: ReadonlyArray<{ readonly id: string, readonly act: TreatyAct, readonly date: string | null, readonly effectiveOn: string | null, readonly note: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly parties: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness, readonly from: string | null, readonly until: string | null }, readonly edges: ReadonlyArray<{ readonly id: string, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly basisAct: TreatyAct | null, readonly exitAct: TreatyAct | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly onTheDay: { readonly edges: ReadonlyArray<{ readonly holds: Certainty | null, readonly node:
          | { readonly id: string }
          | { readonly id: string }
          | { readonly id: string }
         }> }, readonly adoptedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly mode: AdoptionMode, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly treatyParts: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly kind: PartKind, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly concernedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly stance: Stance | null, readonly aspect: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> } } | null };

export type StateSheetQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type StateSheetQuery = { readonly node: { readonly __typename: 'State', readonly id: string, readonly name: string, readonly existsFrom: string | null, readonly existsTo: string | null, readonly region: string | null, readonly iso3: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly partyTo: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Treaty', readonly id: string, readonly name: string } }> }, readonly memberOf: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly role: MembershipRole, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Organization', readonly id: string, readonly name: string } }> }, readonly officeHolders: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleText: string | null, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Person', readonly id: string, readonly name: string } }> }, readonly stateSigned: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly treatyActions: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly act: TreatyAct, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Treaty', readonly id: string, readonly name: string } }> }, readonly votes: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly position: VotePosition, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
         }> } } | null };

export type OrganizationSheetQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type OrganizationSheetQuery = { readonly node: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly founded: string | null, readonly dissolved: string | null, readonly organizationKind: OrganizationKind, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly members: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly role: MembershipRole, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly officeHolders: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleText: string | null, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Person', readonly id: string, readonly name: string } }> }, readonly organizationParts: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly kind: PartKind, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly organizationAdopted: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly mode: AdoptionMode, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly considered: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly result: ConsiderationResult, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly concernedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly stance: Stance | null, readonly aspect: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> } } | null };

export type PersonSheetQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type PersonSheetQuery = { readonly node: { readonly __typename: 'Person', readonly id: string, readonly name: string, readonly born: string | null, readonly died: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly offices: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleText: string | null, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly personParticipated: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly role: ParticipantRole, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'Meeting', readonly id: string, readonly name: string } }> } } | null };

export type MeetingSheetQueryVariables = Exact<{
  id: string | number;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type MeetingSheetQuery = { readonly node: { readonly __typename: 'Meeting', readonly id: string, readonly name: string, readonly number: string | null, readonly meetingKind: MeetingKind, readonly meetingDate: string, readonly meetingPlace: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly participants: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly role: ParticipantRole, readonly title: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly considered: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly result: ConsiderationResult, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly meetingAdopted: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly mode: AdoptionMode, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> } } | null };

export type StatementSheetQueryVariables = Exact<{
  id: string | number;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type StatementSheetQuery = { readonly node: { readonly __typename: 'Statement', readonly id: string, readonly name: string, readonly text: string | null, readonly url: string | null, readonly statementKind: StatementKind, readonly statementDate: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly adoptedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly mode: AdoptionMode, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly concerns: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly stance: Stance | null, readonly aspect: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> } } | null };

export type DocumentSheetQueryVariables = Exact<{
  id: string | number;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type DocumentSheetQuery = { readonly node: { readonly __typename: 'Document', readonly id: string, readonly name: string, readonly period: string | null, readonly symbol: string | null, readonly documentKind: DocumentKind, readonly documentDate: string | null, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly adoptedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly mode: AdoptionMode, readonly date: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
         }> }, readonly concerns: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly stance: Stance | null, readonly aspect: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Organization', readonly id: string, readonly name: string }
          | { readonly __typename: 'Person', readonly id: string, readonly name: string }
          | { readonly __typename: 'State', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Territory', readonly id: string, readonly name: string }
          | { readonly __typename: 'Topic', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> }, readonly voters: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly position: VotePosition, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'State', readonly id: string, readonly name: string } }> } } | null };

export type TopicSheetQueryVariables = Exact<{
  id: string | number;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type TopicSheetQuery = { readonly node: { readonly __typename: 'Topic', readonly id: string, readonly name: string, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly concernedBy: { readonly totalCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly stance: Stance | null, readonly aspect: string | null, readonly quote: string | null, readonly source: { readonly id: string, readonly name: string }, readonly node:
          | { readonly __typename: 'Document', readonly id: string, readonly name: string }
          | { readonly __typename: 'Meeting', readonly id: string, readonly name: string }
          | { readonly __typename: 'Statement', readonly id: string, readonly name: string }
          | { readonly __typename: 'Treaty', readonly id: string, readonly name: string }
         }> } } | null };

export type TerritorySheetQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
  sources?: ReadonlyArray<string | number> | string | number | null | undefined;
  lang?: string | null | undefined;
}>;


export type TerritorySheetQuery = { readonly node: { readonly __typename: 'Territory', readonly id: string, readonly name: string, readonly existsFrom: string | null, readonly existsTo: string | null, readonly territoryKind: TerritoryKind, readonly names: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly text: string, readonly lang: string | null, readonly kind: NameKind, readonly scheme: string | null } }> }, readonly belongsTo: { readonly totalCount: number, readonly certainCount: number, readonly coverage: { readonly completeness: Completeness }, readonly edges: ReadonlyArray<{ readonly id: string, readonly validFrom: string | null, readonly validTo: string | null, readonly holds: Certainty | null, readonly source: { readonly id: string, readonly name: string }, readonly node: { readonly __typename: 'State', readonly id: string, readonly name: string } }> } } | null };

export type SourceSheetQueryVariables = Exact<{
  id: string | number;
  lang?: string | null | undefined;
}>;


export type SourceSheetQuery = { readonly node: { readonly __typename: 'Source', readonly id: string, readonly name: string, readonly title: string | null, readonly publisher: string | null, readonly version: string | null, readonly licence: string | null, readonly publishedAt: string | null, readonly sourceKind: SourceKind, readonly sourceUrl: string | null } | null };

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

export const TreatySheetDocument = new TypedDocumentString(`
    query TreatySheet($id: ID!, $asOf: Date, $day: Date!, $sources: [ID!], $lang: String) {
  node: treaty(id: $id) {
    __typename
    id
    name(lang: $lang)
    treatyKind: kind
    allianceType
    treatyAdopted: adopted
    treatySigned: signed
    inForce
    ended
    treatyPlace: place
    depositary
    untsNo
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    signatories(first: 1000, sources: $sources) {
      totalCount
      coverage {
        completeness
        from
        until
      }
      edges {
        id
        date
        place
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    actions(first: 1000, sources: $sources) {
      totalCount
      coverage {
        completeness
        from
        until
      }
      edges {
        id
        act
        date
        effectiveOn
        note
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    parties(first: 1000, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
        from
        until
      }
      edges {
        id
        validFrom
        validTo
        holds
        basisAct
        exitAct
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    onTheDay: parties(first: 1000, asOf: $day, sources: $sources) {
      edges {
        holds
        node {
          id
        }
      }
    }
    adoptedBy(first: 50, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        mode
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    treatyParts: parts(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        kind
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    concernedBy(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        stance
        aspect
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TreatySheetQuery, TreatySheetQueryVariables>;
export const StateSheetDocument = new TypedDocumentString(`
    query StateSheet($id: ID!, $asOf: Date, $sources: [ID!], $lang: String) {
  node: state(id: $id) {
    __typename
    id
    name(lang: $lang)
    existsFrom
    existsTo
    region
    iso3
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    partyTo(first: 300, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    memberOf(first: 300, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        role
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    officeHolders(first: 100, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        title
        titleText
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    stateSigned: signed(first: 200, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    treatyActions(first: 200, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        act
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    votes(first: 50, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        position
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StateSheetQuery, StateSheetQueryVariables>;
export const OrganizationSheetDocument = new TypedDocumentString(`
    query OrganizationSheet($id: ID!, $asOf: Date, $sources: [ID!], $lang: String) {
  node: organization(id: $id) {
    __typename
    id
    name(lang: $lang)
    organizationKind: kind
    founded
    dissolved
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    members(first: 300, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        role
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    officeHolders(first: 100, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        title
        titleText
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    organizationParts: parts(first: 200, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        kind
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    organizationAdopted: adopted(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        mode
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    considered(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        result
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    concernedBy(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        stance
        aspect
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationSheetQuery, OrganizationSheetQueryVariables>;
export const PersonSheetDocument = new TypedDocumentString(`
    query PersonSheet($id: ID!, $asOf: Date, $sources: [ID!], $lang: String) {
  node: person(id: $id) {
    __typename
    id
    name(lang: $lang)
    born
    died
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    offices(first: 100, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        title
        titleText
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    personParticipated: participated(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        role
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PersonSheetQuery, PersonSheetQueryVariables>;
export const MeetingSheetDocument = new TypedDocumentString(`
    query MeetingSheet($id: ID!, $sources: [ID!], $lang: String) {
  node: meeting(id: $id) {
    __typename
    id
    name(lang: $lang)
    meetingKind: kind
    meetingDate: date
    meetingPlace: place
    number
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    participants(first: 300, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        role
        title
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    considered(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        result
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    meetingAdopted: adopted(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        mode
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingSheetQuery, MeetingSheetQueryVariables>;
export const StatementSheetDocument = new TypedDocumentString(`
    query StatementSheet($id: ID!, $sources: [ID!], $lang: String) {
  node: statement(id: $id) {
    __typename
    id
    name(lang: $lang)
    statementKind: kind
    statementDate: date
    text
    url
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    adoptedBy(first: 50, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        mode
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    concerns(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        stance
        aspect
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementSheetQuery, StatementSheetQueryVariables>;
export const DocumentSheetDocument = new TypedDocumentString(`
    query DocumentSheet($id: ID!, $sources: [ID!], $lang: String) {
  node: document(id: $id) {
    __typename
    id
    name(lang: $lang)
    documentKind: kind
    documentDate: date
    period
    symbol
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    adoptedBy(first: 50, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        mode
        date
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    concerns(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        stance
        aspect
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
    voters(first: 250, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        position
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DocumentSheetQuery, DocumentSheetQueryVariables>;
export const TopicSheetDocument = new TypedDocumentString(`
    query TopicSheet($id: ID!, $sources: [ID!], $lang: String) {
  node: topic(id: $id) {
    __typename
    id
    name(lang: $lang)
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    concernedBy(first: 100, sources: $sources) {
      totalCount
      coverage {
        completeness
      }
      edges {
        id
        stance
        aspect
        quote
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TopicSheetQuery, TopicSheetQueryVariables>;
export const TerritorySheetDocument = new TypedDocumentString(`
    query TerritorySheet($id: ID!, $asOf: Date, $sources: [ID!], $lang: String) {
  node: territory(id: $id) {
    __typename
    id
    name(lang: $lang)
    territoryKind: kind
    existsFrom
    existsTo
    names(first: 60) {
      edges {
        node {
          id
          text
          lang
          kind
          scheme
        }
      }
    }
    belongsTo(first: 50, asOf: $asOf, sources: $sources) {
      totalCount
      certainCount
      coverage {
        completeness
      }
      edges {
        id
        validFrom
        validTo
        holds
        source {
          id
          name
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TerritorySheetQuery, TerritorySheetQueryVariables>;
export const SourceSheetDocument = new TypedDocumentString(`
    query SourceSheet($id: ID!, $lang: String) {
  node: source(id: $id) {
    __typename
    id
    name(lang: $lang)
    sourceKind: kind
    title
    publisher
    version
    licence
    publishedAt
    sourceUrl: url
  }
}
    `) as unknown as TypedDocumentString<SourceSheetQuery, SourceSheetQueryVariables>;