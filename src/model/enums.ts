import { describeEnum } from "./describe-enum.js";

export const OrganizationKind = describeEnum("OrganizationKind", "What sort of organization it is.", {
  IGO: "Intergovernmental organization.",
  BODY: "Organ of another organization.",
  ALLIANCE: "Alliance without an organization of its own.",
  REGIME: "Export control or other informal regime.",
  ARMED_GROUP: "Armed group that is no state.",
  AGENCY: "Agency of a state or an organization.",
  NGO: "Non-governmental organization.",
});

export const TreatyKind = describeEnum("TreatyKind", "What a treaty is mainly about.", {
  DEFENSE_PACT: "Members promise to defend each other.",
  NON_AGGRESSION: "Members promise not to attack each other.",
  NEUTRALITY: "Members promise to stay neutral.",
  ENTENTE: "Members promise to consult.",
  ARMS_CONTROL: "Limits, bans or inspects arms.",
  PEACE: "Ends a war.",
  CONSTITUTIVE: "Founds or governs an organization.",
  OTHER: "Anything else.",
});

export const MeetingKind = describeEnum("MeetingKind", "What sort of meeting it was.", {
  SUMMIT: "Meeting of heads of state or government.",
  SESSION: "Regular or special session of a body.",
  CONFERENCE: "Conference of states or others.",
  NEGOTIATION: "Round of negotiation.",
});

export const StatementKind = describeEnum("StatementKind", "What sort of statement it is.", {
  JOINT_STATEMENT: "Statement made jointly.",
  DECLARATION: "Solemn declaration.",
  ANNOUNCEMENT: "Announcement of a decision or an act.",
  RESERVATION: "Reservation to a treaty.",
  OBJECTION: "Objection to another's statement.",
  COMMUNIQUE: "Communiqué of a meeting.",
});

export const DocumentKind = describeEnum("DocumentKind", "What sort of document it is.", {
  PLAN: "Plan of action or consultation.",
  ROADMAP: "Roadmap.",
  TOPIC_LIST: "List of topics.",
  DECISION: "Decision of a body.",
  RESOLUTION: "Resolution of a body.",
  INSTRUCTIONS: "Instructions to representatives.",
});

export const DocumentStatus = describeEnum("DocumentStatus", "How far a document had come.", {
  DRAFT: "Draft that was not adopted when reported.",
  FINAL: "Final text.",
});

export const SourceKind = describeEnum("SourceKind", "What sort of source it is.", {
  NEWS: "News report.",
  DATASET: "Data set.",
  OFFICIAL: "Official publication of a party or depositary.",
  BOOK: "Book or general knowledge.",
});

export const NameKind = describeEnum("NameKind", "What sort of name it is.", {
  NAME: "Name in a language.",
  ABBR: "Abbreviation.",
  TRANSLIT: "Transliteration.",
  CODE: "Code of a scheme.",
});

export const Basis = describeEnum("Basis", "What an assertion rests on.", {
  STATED: "The source says it.",
  BACKGROUND: "General knowledge of the editors.",
  INFERRED: "Inferred from what the source says.",
});

export const Rank = describeEnum("Rank", "How far the editors prefer an assertion.", {
  PREFERRED: "Preferred over others of the same fact.",
  NORMAL: "The usual rank.",
  DEPRECATED: "Kept, but known to be wrong: never read by traversals.",
});

export const ParticipantRole = describeEnum("ParticipantRole", "In what capacity someone took part.", {
  HOST: "Host of the meeting.",
  CHAIR: "Chair of the meeting.",
  MEMBER: "Member of the body that met.",
  OBSERVER: "Observer.",
  GUEST: "Guest.",
  OFFICIAL: "Official of the organization.",
  SPEAKER: "Speaker.",
});

export const ParticipantLevel = describeEnum("ParticipantLevel", "At what level someone took part.", {
  HEAD: "Head of state or government.",
  MINISTER: "Minister.",
  DEPUTY: "Deputy minister.",
  OTHER: "Another level.",
});

export const SignatureEffect = describeEnum("SignatureEffect", "What a signature does in law.", {
  SUBJECT_TO_RATIFICATION: "The signatory is bound only after ratification.",
  DEFINITIVE: "The signature itself binds.",
  AD_REFERENDUM: "The signature needs confirmation.",
});

export const Stance = describeEnum("Stance", "What a text says of its subject; not what is true.", {
  SUPPORTS: "In favour.",
  CRITICIZES: "Against.",
  NEUTRAL: "Neither.",
});

export const AdoptionMode = describeEnum("AdoptionMode", "How something was adopted.", {
  ADOPTED: "Adopted, no more said.",
  APPROVED: "Approved.",
  AGREED: "Agreed.",
  SIGNED: "Adopted by signature.",
  ENDORSED: "Endorsed.",
  BY_VOTE: "Adopted by vote.",
});

export const ConsiderationResult = describeEnum(
  "ConsiderationResult",
  "What became of something considered.",
  {
    DISCUSSED: "Discussed.",
    CONSIDERED: "Considered, no more said.",
    NOTED: "Taken note of.",
    DEFERRED: "Deferred.",
    REJECTED: "Rejected.",
  },
);

export const PartKind = describeEnum("PartKind", "In what way one thing is part of another.", {
  BODY_OF: "Organ of an organization.",
  SESSION_OF: "Session of a body or part of a meeting.",
  PROTOCOL_TO: "Protocol to a treaty.",
  NARROWER: "Narrower topic.",
});

export const MembershipRole = describeEnum("MembershipRole", "In what capacity someone belongs.", {
  MEMBER: "Full member.",
  ASSOCIATE: "Associate.",
  OBSERVER: "Observer.",
  CANDIDATE: "Candidate.",
});

export const TreatyAct = describeEnum("TreatyAct", "What an act does between a state and a treaty.", {
  RATIFICATION: "Ratification.",
  ACCEPTANCE: "Acceptance.",
  APPROVAL: "Approval.",
  FORMAL_CONFIRMATION: "Formal confirmation by an organization.",
  ACCESSION: "Accession.",
  SUCCESSION: "Succession.",
  PARTICIPATION: "Participation.",
  PROVISIONAL_APPLICATION: "Provisional application.",
  SUSPENSION: "Suspension.",
  WITHDRAWAL_NOTICE: "Notice of withdrawal.",
  WITHDRAWAL: "Withdrawal.",
  TERMINATION: "Termination.",
});

export const VotePosition = describeEnum("VotePosition", "How a state voted.", {
  YES: "In favour.",
  NO: "Against.",
  ABSTAIN: "Abstained.",
  ABSENT: "Did not take part.",
});

export const RelationKind = describeEnum("RelationKind", "How one thing follows from another.", {
  CONTINUES: "Is the same legal person as.",
  SUCCEEDS: "Is a successor of.",
  SECEDED_FROM: "Left.",
  MERGED_INTO: "Became part of.",
  AMENDS: "Amends.",
  SUPERSEDES: "Takes the place of.",
  RESPONDS_TO: "Responds to.",
});

export const Certainty = describeEnum("Certainty", "How sure a date condition must be.", {
  POSSIBLE: "Could hold, as far as the dates are known.",
  CERTAIN: "Holds, whatever the unknown part of the dates is.",
});
