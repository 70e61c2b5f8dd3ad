import { RecordMeetingResolver } from "./meeting.js";
import { RecordMembershipResolver } from "./membership.js";
import { SetNamesResolver } from "./names.js";
import { RecordOfficeResolver } from "./office.js";
import { RecordSignatureResolver } from "./signature.js";
import { RecordStatementResolver } from "./statement.js";
import { RecordTreatyActionResolver } from "./treaty-action.js";

/** The mutations for the daily work: each records what one source says. */
export const RECORD_RESOLVERS = [
  RecordMeetingResolver,
  RecordStatementResolver,
  RecordSignatureResolver,
  RecordTreatyActionResolver,
  RecordMembershipResolver,
  RecordOfficeResolver,
  SetNamesResolver,
] as const;
