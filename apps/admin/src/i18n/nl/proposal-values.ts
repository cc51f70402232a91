/** Of what the trade register says otherwise, wherever one leads to it. */
export const proposalValues = {
  title: 'Handelsregister',
  attention:
    'Het handelsregister zegt iets anders over %{smart_count} bedrijf |||| Het handelsregister zegt iets anders over %{smart_count} bedrijven',
};
