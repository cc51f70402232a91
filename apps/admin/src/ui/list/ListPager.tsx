import { Pagination, useTranslate } from 'react-admin';

export function ListPager() {
  const translate = useTranslate();
  // React-admin hands these on to the pager of a phone, whose arrows have English names without them.
  const names = { getItemAriaLabel: (type: string) => translate(`ra.navigation.${type}`) };
  return <Pagination rowsPerPageOptions={[25, 50, 100]} {...names} />;
}
