declare module '@svg-maps/netherlands' {
  const map: {
    viewBox: string;
    /** Provinces by the last two letters of their ISO 3166-2 code, in lower case. */
    locations: readonly { id: string; name: string; path: string }[];
  };
  export default map;
}

declare module '@fontsource-variable/inter/wght.css';
declare module '*/fallback-font.css';
