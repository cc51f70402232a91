/** The page with an address to write to wherever the build left `%CONTACT_EMAIL%`; empty where there is none. */
export const withContactEmail = (html: string, email = ''): string =>
  html.replaceAll(
    '%CONTACT_EMAIL%',
    email.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  );
