import { useContext } from "react";
import { LangContext } from "./text.js";

/** Codes of the graph in Russian. In English, a code is its own words. */
export const CODES_RU: Readonly<Record<string, string>> = {
  // Types of nodes and edges
  ...{ Treaty: "договор", State: "государство", Territory: "территория", Organization: "организация" },
  ...{ Person: "лицо", Meeting: "встреча", Statement: "заявление", Document: "документ", Topic: "тема" },
  ...{ Source: "источник", Name: "имя" },
  ...{ PARTICIPATED: "участие", SIGNED: "подпись", CONCERNS: "о чём", ADOPTED: "принятие" },
  ...{ CONSIDERED: "рассмотрение", PART_OF: "часть", MEMBER_OF: "членство", HELD_OFFICE: "должность" },
  ...{ TREATY_ACTION: "действие по договору", PARTY_TO: "участие в договоре", VOTED: "голосование" },
  ...{ RELATED_TO: "связь", REPORTS: "сообщение источника", HAS_NAME: "имя", BELONGS_TO: "принадлежность" },
  ...{ TIED_TO: "связь государств", COVERS: "охват" },
  ...{ YEAR: "год", DECADE: "десятилетие", CENTURY: "век" },
  // Kinds of nodes
  ...{ IGO: "межправительственная организация", BODY: "орган", ALLIANCE: "союз", REGIME: "режим" },
  ...{ ARMED_GROUP: "вооружённая группа", AGENCY: "ведомство", PARTNERSHIP: "партнёрство", NGO: "НПО" },
  ...{
    COLONY: "колония",
    PROTECTORATE: "протекторат",
    MANDATE: "мандат",
    DEPENDENCY: "зависимая территория",
  },
  ...{ TRUST_TERRITORY: "подопечная территория", AUTONOMOUS_AREA: "автономия", DISPUTED: "спорная" },
  ...{ DEFENSE_PACT: "оборонительный союз", NON_AGGRESSION: "ненападение", NEUTRALITY: "нейтралитет" },
  ...{
    ENTENTE: "консультации",
    ARMS_CONTROL: "контроль над вооружениями",
    CONFIDENCE_BUILDING: "меры доверия",
  },
  ...{ MILITARY_COOPERATION: "военное сотрудничество", FRIENDSHIP: "дружба", BORDER: "граница" },
  ...{ HUMANITARIAN_LAW: "гуманитарное право", LAW_ENFORCEMENT: "правопорядок", PEACE: "мир" },
  ...{ CONSTITUTIVE: "учредительный", OTHER: "другое" },
  ...{
    SUMMIT: "встреча на высшем уровне",
    SESSION: "сессия",
    CONFERENCE: "конференция",
    NEGOTIATION: "переговоры",
  },
  ...{ JOINT_STATEMENT: "совместное заявление", DECLARATION: "декларация", ANNOUNCEMENT: "объявление" },
  ...{ RESERVATION: "оговорка", OBJECTION: "возражение", COMMUNIQUE: "коммюнике" },
  ...{ PLAN: "план", ROADMAP: "дорожная карта", TOPIC_LIST: "перечень тем", DECISION: "решение" },
  ...{ RESOLUTION: "резолюция", INSTRUCTIONS: "указания", DRAFT: "проект", FINAL: "окончательный" },
  ...{
    NEWS: "новости",
    DATASET: "набор данных",
    OFFICIAL: "должностное лицо / официальный источник",
    BOOK: "книга",
  },
  // Roles, acts and results
  ...{ HOST: "принимающая сторона", CHAIR: "председатель", MEMBER: "член", OBSERVER: "наблюдатель" },
  ...{ GUEST: "гость", SPEAKER: "выступающий", ABSENT: "отсутствовал", ASSOCIATE: "ассоциированный член" },
  ...{ CANDIDATE: "кандидат", PERMANENT: "постоянное место", ELECTED: "избранный", HEAD: "глава" },
  ...{ MINISTER: "министр", DEPUTY: "заместитель", SUPPORTS: "поддерживает", CRITICIZES: "критикует" },
  ...{ NEUTRAL: "нейтрально", APPROVED: "одобрено", AGREED: "согласовано", ENDORSED: "поддержано" },
  ...{ BY_VOTE: "голосованием", ISSUED: "издано", DISCUSSED: "обсуждалось", NOTED: "принято к сведению" },
  ...{ DEFERRED: "отложено", REJECTED: "отклонено", BODY_OF: "орган", SESSION_OF: "сессия" },
  ...{ PROTOCOL_TO: "протокол", NARROWER: "более узкая тема" },
  ...{
    SUBJECT_TO_RATIFICATION: "требует ратификации",
    DEFINITIVE: "окончательная",
    AD_REFERENDUM: "ад референдум",
  },
  ...{
    DEFINITIVE_SIGNATURE: "окончательное подписание",
    RATIFICATION: "ратификация",
    ACCEPTANCE: "принятие",
  },
  ...{
    APPROVAL: "утверждение",
    FORMAL_CONFIRMATION: "официальное подтверждение",
    ACCESSION: "присоединение",
  },
  ...{
    SUCCESSION: "правопреемство",
    PARTICIPATION: "участие",
    PROVISIONAL_APPLICATION: "временное применение",
  },
  ...{ NOTIFICATION: "уведомление", EXTENSION: "продление", SUSPENSION: "приостановление" },
  ...{ RESUMPTION: "возобновление", REVOCATION: "отзыв", WITHDRAWAL_NOTICE: "уведомление о выходе" },
  ...{ WITHDRAWAL: "выход", TERMINATION: "прекращение", YES: "за", NO: "против", ABSTAIN: "воздержался" },
  ...{ CONTINUES: "продолжает", SUCCEEDS: "преемник", SECEDED_FROM: "отделилось от", MERGED_INTO: "вошло в" },
  ...{ AMENDS: "изменяет", SUPERSEDES: "заменяет", RESPONDS_TO: "отвечает на" },
  ...{
    DEFENSE: "оборона",
    OFFENSE: "наступление",
    NONAGGRESSION: "ненападение",
    CONSULTATION: "консультации",
  },
  ...{ DIPLOMATIC_RELATIONS: "дипломатические отношения", RIVALRY: "соперничество" },
  ...{ STATED: "сказано источником", BACKGROUND: "общее знание", INFERRED: "вывод" },
  // Offices and aspects that occur often
  ...{ SECRETARY_GENERAL: "генеральный секретарь", CHAIRPERSON_IN_OFFICE: "действующий председатель" },
  ...{ PRESIDENT: "президент", DIRECTOR_GENERAL: "генеральный директор" },
  ...{ EXECUTIVE_SECRETARY: "исполнительный секретарь", HIGH_REPRESENTATIVE: "высокий представитель" },
  ...{ SUPREME_ALLIED_COMMANDER_EUROPE: "верховный главнокомандующий в Европе" },
  ...{ COMMANDER_IN_CHIEF: "главнокомандующий", CHIEF_OF_JOINT_STAFF: "начальник объединённого штаба" },
  ...{ ALLEGED_BREACH: "предполагаемое нарушение", SANCTIONS: "санкции", DISARMAMENT: "разоружение" },
  ...{ MEMBERSHIP: "членство", FOUNDING: "основание", ENTRY_INTO_FORCE: "вступление в силу" },
  ...{ NON_PROLIFERATION: "нераспространение", MORATORIUM: "мораторий", LIMITS: "ограничения" },
  ...{ DENUCLEARIZATION: "денуклеаризация", CONSTITUTION: "устав", DISPUTED_TERRITORY: "спорная территория" },
};

/** A code such as FULL_MEMBER as words of the language; a text that is no code stays as it is. */
export function useCodes(): (code: string) => string {
  const lang = useContext(LangContext);
  return (code) => {
    const known = lang === "ru" && Object.hasOwn(CODES_RU, code) ? CODES_RU[code] : undefined;
    return known ?? (/^[A-Z][A-Z0-9_]+$/.test(code) ? code.toLowerCase().replaceAll("_", " ") : code);
  };
}
