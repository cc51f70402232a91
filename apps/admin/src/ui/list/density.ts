/** Where this browser remembers how high the rows of tables are. */
export const DENSITY = 'tables.density';
