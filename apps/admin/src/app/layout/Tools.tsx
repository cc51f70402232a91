import { AccountMenu } from './AccountMenu';
import { LanguageButton, ThemeButton } from './Preferences';

/** Language, appearance, and the account of who signed in. */
export default function Tools({ hasAccount }: { hasAccount: boolean }) {
  return (
    <>
      <LanguageButton />
      <ThemeButton />
      {hasAccount && <AccountMenu />}
    </>
  );
}
