import { Attention } from './Attention';
import { Columns } from './Columns';
import { Recent } from './Recent';

/** What is due, and what was done last. */
export function Matters() {
  return (
    <Columns>
      <Attention />
      <Recent />
    </Columns>
  );
}
