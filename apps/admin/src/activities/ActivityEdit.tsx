import type { Activity } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { ActivityInputs } from './ActivityInputs';

export default function ActivityEdit() {
  return (
    <EditPage<Activity> resource="activities" nameOf={({ title }) => title}>
      <ActivityInputs />
    </EditPage>
  );
}
