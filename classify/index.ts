export * from './coding.ts';
export * from './exchange.ts';
