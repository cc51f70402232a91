export * from './figures';
export * from './vocabulary/enumerations';
