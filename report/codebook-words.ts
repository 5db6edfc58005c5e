import type { Component, Conduct, Direction, Nature, Purpose, Relevance } from '../classify/index.ts';

/** The codebook in one line a code; `docs/codebook.md` has the tie-breaks and examples. */
export const RELEVANCE_WORDS: Record<Relevance, string> = {
  contact:
    'Local law enforcement and an immigration authority communicate, or it is recorded that they did or that it was asked for.',
  mention: 'The authority or immigration enforcement is spoken of, and no contact is made or recorded.',
  none: 'Nothing to do with an immigration authority.',
};

export const PURPOSE_WORDS: Record<Purpose, string> = {
  criminal: 'Investigating or prosecuting conduct that is a crime apart from being in the country.',
  'civil-immigration':
    'Learning, reporting or acting on somebody’s immigration status: status checks, tips, detainers, release dates, calls to a stop, custody transfers.',
  'victim-services':
    'Protecting or assisting somebody who is not pursued: a victim, a witness, a missing person.',
  administrative: 'No individual’s case: training, meetings, paperwork, policy, courtesies.',
  unclear: 'About a person or an event, and the text or its redactions do not show what for.',
};

export const CONDUCT_WORDS: Record<Conduct, string> = {
  'alleged-crime':
    'The text alleges a crime, an arrest, a charge, a conviction or a criminal investigation concerning the person.',
  infraction: 'Only a traffic or ordinance infraction, or a suspicion that the text says came to nothing.',
  none: 'The text shows that nothing is alleged, or gives only status, nationality or papers.',
  unstated: 'Nothing is said either way.',
};

export const DIRECTION_WORDS: Record<Direction, string> = {
  'to-ice': 'Police wrote to, or called, the authority.',
  'from-ice': 'The authority wrote to, or called, police.',
  internal: 'Police among themselves record a contact: dispatch notes, reports, jail logs.',
  'third-party': 'Somebody else sent the newest part.',
};

export const NATURE_WORDS: Record<Nature, string> = {
  'referral-or-tip': 'A person or place is pointed out to the other side.',
  'status-check': 'Somebody’s immigration status is asked for or told.',
  'info-request': 'Information is asked for: an address, a record, a schedule.',
  'info-provided': 'Information is given.',
  'detainer-or-hold': 'A detainer, hold or administrative warrant is asked for, sent or spoken of.',
  'release-notification': 'When somebody is released is asked for or told.',
  'custody-transfer': 'A person is handed over, or it is arranged.',
  'joint-operation': 'Both sides act together, or plan to.',
  'called-to-scene': 'The authority is called to a stop or a scene.',
  interpreter: 'Help with a language.',
  'identity-or-record-check': 'Who somebody is, or a criminal or travel record.',
  'database-access': 'A search in a database is asked for, made or allowed.',
  'interview-access': 'Access to a person for an interview.',
  'task-force': 'Membership or work of a task force.',
  'training-or-meeting': 'Training, a meeting, a presentation.',
  'victim-or-visa-certification': 'Certificates for visas of victims, continued presence.',
  policy: 'Policies, law and procedure.',
  'social-or-logistics': 'Greetings, thanks, appointments, parking.',
};

export const COMPONENT_WORDS: Record<Component, string> = {
  ERO: 'Enforcement and Removal Operations of ICE, formerly DRO and INS enforcement.',
  HSI: 'Homeland Security Investigations of ICE, formerly the Office of Investigations.',
  CBP: 'Customs and Border Protection, Border Patrol among it.',
  USCIS: 'Citizenship and Immigration Services, FDNS among it.',
  LESC: 'Law Enforcement Support Center of ICE.',
  'ICE-unspecified': 'ICE, and the text does not show which part.',
  'DHS-unspecified': 'Department of Homeland Security, where one of these is meant and not which.',
};
