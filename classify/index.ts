export type { ExchangeDraft, ExchangeLink } from './build-exchanges.ts';
export { buildIncidents, type Incident } from './build-incidents.ts';
export * from './coding.ts';
export * from './exchange.ts';
export { type LinkedItems, linkItems } from './link-items.ts';
export { type KnownPerson, type Participant, participantsOf } from './people-participants.ts';
