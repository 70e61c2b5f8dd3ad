import { describeEnum } from "./describe-enum.js";

export const OrganizationKind = describeEnum("OrganizationKind", "Kind of organization.", {
  IGO: "Intergovernmental organization.",
  BODY: "Organ of another organization.",
  ALLIANCE: "Alliance without an organization of its own.",
  REGIME: "Export control regime or other informal regime.",
  ARMED_GROUP: "Armed group that is not a state.",
  AGENCY: "Agency of a state or an organization.",
  PARTNERSHIP: "Partnership or dialogue of states without a founding treaty.",
  NGO: "Non-governmental organization.",
});

export const TerritoryKind = describeEnum("TerritoryKind", "Status of a territory.", {
  COLONY: "Colony or overseas possession.",
  PROTECTORATE: "Own ruler or government; a state conducts its foreign affairs.",
  MANDATE: "Mandate of the League of Nations.",
  TRUST_TERRITORY: "Trust territory of the United Nations.",
  DEPENDENCY: "Overseas territory or other dependency of today.",
  AUTONOMOUS_AREA: "Area with autonomy by treaty, law or constitution.",
  DISPUTED: "States disagree to whom it belongs, or whether it is a state.",
});

export const DyadicTie = describeEnum("DyadicTie", "What ties one state to another.", {
  DEFENSE: "Has promised to defend it.",
  OFFENSE: "Has promised to join it in a war, even if it attacks first.",
  NEUTRALITY: "Has promised to stay neutral in its wars.",
  NONAGGRESSION: "Has promised not to attack it.",
  CONSULTATION: "Has promised to consult it.",
  DIPLOMATIC_RELATIONS: "Has a diplomatic mission there.",
  RIVALRY: "Is its rival.",
  OTHER: "Anything else.",
});

export const TreatyKind = describeEnum("TreatyKind", "Main subject of a treaty.", {
  DEFENSE_PACT: "The parties promise to defend each other.",
  NON_AGGRESSION: "The parties promise not to attack each other.",
  NEUTRALITY: "The parties promise to stay neutral.",
  ENTENTE: "The parties promise to consult each other.",
  ARMS_CONTROL: "Limits or bans arms, or provides for inspections.",
  CONFIDENCE_BUILDING: "Notifications, hot lines, observation and other means against war by accident.",
  MILITARY_COOPERATION: "Joint forces, air defense, bases, status of forces, military aid or technology.",
  FRIENDSHIP: "Friendship and cooperation, without a promise of defense.",
  BORDER: "Borders, or forces in border regions.",
  HUMANITARIAN_LAW: "The conduct of war and the protection of its victims.",
  LAW_ENFORCEMENT: "Terrorism, trafficking, cybercrime and other crime.",
  PEACE: "Ends a war.",
  CONSTITUTIVE: "Establishes or governs an organization.",
  OTHER: "Anything else.",
});

export const AllianceType = describeEnum(
  "AllianceType",
  "What the members of an alliance promise each other.",
  {
    DEFENSE_PACT: "To defend each other.",
    NON_AGGRESSION: "Not to attack each other.",
    NEUTRALITY: "To stay neutral.",
    ENTENTE: "To consult each other.",
  },
);

export const MeetingKind = describeEnum("MeetingKind", "Kind of meeting.", {
  SUMMIT: "Meeting of heads of state or government.",
  SESSION: "Regular or special session of a body.",
  CONFERENCE: "Conference of states or others.",
  NEGOTIATION: "Round of negotiation.",
});

export const StatementKind = describeEnum("StatementKind", "Kind of statement.", {
  JOINT_STATEMENT: "Joint statement.",
  DECLARATION: "Solemn declaration.",
  ANNOUNCEMENT: "Announcement of a decision or an act.",
  RESERVATION: "Reservation to a treaty.",
  OBJECTION: "Objection to a statement by someone else.",
  COMMUNIQUE: "Communiqué of a meeting.",
});

export const DocumentKind = describeEnum("DocumentKind", "Kind of document.", {
  PLAN: "Plan of action or consultation.",
  ROADMAP: "Roadmap.",
  TOPIC_LIST: "List of topics.",
  DECISION: "Decision of a body.",
  RESOLUTION: "Resolution of a body.",
  INSTRUCTIONS: "Instructions to representatives.",
});

export const DocumentStatus = describeEnum("DocumentStatus", "Stage of a document.", {
  DRAFT: "Draft, not yet adopted when it was reported.",
  FINAL: "Final text.",
});

export const SourceKind = describeEnum("SourceKind", "Kind of source.", {
  NEWS: "News report.",
  DATASET: "Data set.",
  OFFICIAL: "Official publication of a party or depositary.",
  BOOK: "Book or general knowledge.",
});

export const NameKind = describeEnum("NameKind", "Kind of name.", {
  NAME: "Name in a language.",
  ABBR: "Abbreviation.",
  TRANSLIT: "Transliteration.",
  CODE: "Code in a coding scheme.",
});

export const Basis = describeEnum("Basis", "What an assertion is based on.", {
  STATED: "The source states it.",
  BACKGROUND: "General knowledge of the editors.",
  INFERRED: "Inferred from what the source says.",
});

export const Rank = describeEnum("Rank", "The editors' preference for an assertion.", {
  PREFERRED: "Preferred over other assertions of the same fact.",
  NORMAL: "The default rank.",
  DEPRECATED: "Known to be wrong. Kept in the record, but queries never take it as true.",
});

export const ParticipantRole = describeEnum("ParticipantRole", "Role of a participant at a meeting.", {
  HOST: "Host of the meeting.",
  CHAIR: "Chair of the meeting.",
  MEMBER: "Member of the body that met.",
  OBSERVER: "Observer.",
  GUEST: "Guest.",
  OFFICIAL: "Official of the organization.",
  SPEAKER: "Speaker.",
  ABSENT: "Expected, but did not take part.",
});

export const ParticipantLevel = describeEnum("ParticipantLevel", "Level of representation at a meeting.", {
  HEAD: "Head of state or government.",
  MINISTER: "Minister.",
  DEPUTY: "Deputy minister.",
  OTHER: "Another level.",
});

export const SignatureEffect = describeEnum("SignatureEffect", "Legal effect of a signature.", {
  SUBJECT_TO_RATIFICATION: "The signatory is bound only after ratification.",
  DEFINITIVE: "The signature itself is binding.",
  AD_REFERENDUM: "The signature needs confirmation.",
});

export const Stance = describeEnum("Stance", "Attitude of a text to its subject, not what is true.", {
  SUPPORTS: "In favor of the subject.",
  CRITICIZES: "Against the subject.",
  NEUTRAL: "Neither for nor against.",
});

export const AdoptionMode = describeEnum("AdoptionMode", "How a text was adopted.", {
  ADOPTED: "Adopted; the source does not say how.",
  APPROVED: "Approved.",
  AGREED: "Agreed.",
  SIGNED: "Adopted by signing.",
  ENDORSED: "Endorsed.",
  BY_VOTE: "Adopted by vote.",
  ISSUED: "Issued by its author.",
});

export const ConsiderationResult = describeEnum("ConsiderationResult", "Result of considering an item.", {
  DISCUSSED: "Discussed.",
  CONSIDERED: "Considered; the source does not give a result.",
  NOTED: "Noted.",
  DEFERRED: "Deferred.",
  REJECTED: "Rejected.",
});

export const PartKind = describeEnum("PartKind", "How a part belongs to a whole.", {
  BODY_OF: "Organ of an organization.",
  SESSION_OF: "Session of a body or part of a meeting.",
  PROTOCOL_TO: "Protocol to a treaty.",
  NARROWER: "Narrower topic.",
});

export const MembershipRole = describeEnum("MembershipRole", "Role of a member in an organization.", {
  MEMBER: "Full member.",
  ASSOCIATE: "Associate.",
  OBSERVER: "Observer.",
  CANDIDATE: "Candidate.",
});

export const Seat = describeEnum("Seat", "Kind of seat in a body that has permanent and elected members.", {
  PERMANENT: "Permanent seat.",
  ELECTED: "Seat held for an elected term.",
});

export const TreatyAct = describeEnum("TreatyAct", "Kind of treaty action.", {
  DEFINITIVE_SIGNATURE: "Signature that binds without ratification.",
  RATIFICATION: "Ratification.",
  ACCEPTANCE: "Acceptance.",
  APPROVAL: "Approval.",
  FORMAL_CONFIRMATION: "Formal confirmation by an organization.",
  ACCESSION: "Accession.",
  SUCCESSION: "Succession.",
  PARTICIPATION: "Participation.",
  PROVISIONAL_APPLICATION: "Provisional application.",
  NOTIFICATION: "Notification that the domestic procedures for entry into force are complete.",
  EXTENSION: "Extension of the duration of the treaty.",
  DECLARATION: "Declaration under the treaty or on its interpretation.",
  RESERVATION: "Reservation.",
  OBJECTION: "Objection to an act of another party.",
  SUSPENSION: "Suspension.",
  RESUMPTION: "End of a suspension.",
  REVOCATION: "Revocation of an earlier act, for example a ratification or a notice of withdrawal.",
  WITHDRAWAL_NOTICE: "Notice of withdrawal.",
  WITHDRAWAL: "Withdrawal.",
  TERMINATION: "Termination.",
});

export const VotePosition = describeEnum("VotePosition", "How a state voted.", {
  YES: "In favor.",
  NO: "Against.",
  ABSTAIN: "Abstained.",
  ABSENT: "Did not take part.",
});

export const RelationKind = describeEnum("RelationKind", "How a node relates to another of the same type.", {
  CONTINUES: "Is the same legal person as the other node.",
  SUCCEEDS: "Is a successor of the other node.",
  SECEDED_FROM: "Seceded from the other node.",
  MERGED_INTO: "Became part of the other node.",
  AMENDS: "Amends the other node.",
  SUPERSEDES: "Replaces the other node.",
  RESPONDS_TO: "Responds to the other node.",
});

export const Known = describeEnum("Known", "What is known of a value.", {
  SET: "The value is known.",
  NONE: "It is known that there is none, for example that a treaty never entered into force.",
  UNKNOWN: "Nothing is recorded.",
});

export const InForce = describeEnum("InForce", "Whether a treaty was in force on a day.", {
  CERTAIN: "In force for all possible days of its dates.",
  POSSIBLE: "In force for some of the possible days of its dates, or its end is not recorded.",
  NO: "Not in force: not yet, not any more, or never.",
  NOT_KNOWN: "Its entry into force is not recorded.",
});

export const Completeness = describeEnum("Completeness", "How much of a relation is recorded.", {
  COMPLETE:
    "A source lists the relation completely for the requested time, or for some time if none is requested.",
  PARTIAL: "Some of it is recorded, but no source lists it completely for the requested time.",
  NOT_RECORDED: "Nothing is recorded. An empty list does not mean that there is none.",
});

export const Certainty = describeEnum("Certainty", "Whether a date condition may or must be satisfied.", {
  POSSIBLE: "Satisfied for at least one possible value of the dates.",
  CERTAIN: "Satisfied for every possible value of the dates.",
});
