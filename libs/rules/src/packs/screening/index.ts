export * from './authorities';
export * from './programmes';
