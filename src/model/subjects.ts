/** The node types that facts are about: all but sources and names, which record the facts. */
export const SUBJECTS: readonly string[] = [
  "State",
  "Territory",
  "Organization",
  "Person",
  "Treaty",
  "Meeting",
  "Statement",
  "Document",
  "Topic",
];

/** The type of persons, whose names have initials and are declined. */
export const PERSON = "Person";

/** The types that are compared by their names when data is imported. */
export const TREATY = "Treaty";
export const ORGANIZATION = "Organization";
