import DeleteIcon from '@mui/icons-material/DeleteOutline';
import {
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCanAccess, useCreate, useNotify, useRefresh, type RaRecord } from 'react-admin';
import { useState, type SyntheticEvent } from 'react';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { everyOne } from '../providers/every';
import type { Activity, Attendance as AttendanceRecord, Company, Versioned } from '../providers/records';
import { RecordLink } from '../ui/fields/values';
import { useSavedNotice } from '../ui/forms/use-saved-notice';
import { describeCompany } from '../ui/inputs/describe';
import { RecordPicker } from '../ui/inputs/RecordPicker';
import { PasteInto } from '../ui/pasting/PasteInto';
import { Unseen } from '../ui/page/Unseen';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useDeletion } from '../ui/use-deletion';
import { useFaults } from '../ui/use-faults';
import { useErrorText } from '../ui/use-error-text';

/** As a spreadsheet has them that says nothing else. */
const COLUMNS = ['companyName', 'people'];

/** Which companies came, and with how many people. */
export function Attendance({ activity: { id: activityId, title } }: { activity: Activity }) {
  const { canAccess } = useCanAccess({ resource: 'attendances', action: 'create' });
  const { many } = useNames();
  const { data } = useQuery({
    queryKey: ['attendances', 'every', activityId],
    queryFn: () => everyOne<AttendanceRecord>('attendances', { activityId, sort: 'companyName' }),
  });
  return (
    <Section
      title={many('attendances')}
      actions={
        <PasteInto
          resource="attendances"
          columns={COLUMNS}
          given={{ activity_ref: { text: title, id: activityId } }}
        />
      }
    >
      {!data && <Waiting rows={3} />}
      {data && data.length > 0 && <Present attendances={data} canChange={canAccess === true} />}
      {canAccess && <AddAttendance activityId={activityId} />}
    </Section>
  );
}

function Present({ attendances, canChange }: { attendances: AttendanceRecord[]; canChange: boolean }) {
  const t = useT();
  const { number } = useFormat();
  const { remove } = useDeletion('attendances');
  const people = attendances.reduce((sum, one) => sum + one.people, 0);
  return (
    <Table size="small" sx={{ maxWidth: 720, mb: 4 }}>
      <Head canChange={canChange} />
      <TableBody>
        {attendances.map((attendance) => (
          <TableRow key={attendance.id}>
            <TableCell>
              <RecordLink resource="companies" id={attendance.companyId} name={attendance.companyName} />
            </TableCell>
            <TableCell align="right">{number(attendance.people)}</TableCell>
            {canChange && (
              <TableCell>
                <IconButton
                  size="small"
                  aria-label={`${t('register.record.delete')}: ${attendance.companyName ?? ''}`}
                  onClick={() => void remove(attendance)}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell component="th" scope="row">
            {t('dashboard.total')}
          </TableCell>
          <TableCell align="right">{number(people)}</TableCell>
          {canChange && <TableCell />}
        </TableRow>
      </TableFooter>
    </Table>
  );
}

function Head({ canChange }: { canChange: boolean }) {
  const t = useT();
  const { field } = useNames();
  return (
    <TableHead>
      <TableRow>
        <TableCell>{field('attendances', 'companyId')}</TableCell>
        <TableCell align="right">{field('attendances', 'people')}</TableCell>
        {canChange && (
          <TableCell sx={{ width: '1px' }}>
            <Unseen>{t('register.list.actions')}</Unseen>
          </TableCell>
        )}
      </TableRow>
    </TableHead>
  );
}

function AddAttendance({ activityId }: { activityId: string }) {
  const t = useT();
  const { field } = useNames();
  const { companyId, setCompanyId, people, setPeople, fault, add, isPending } = useNewAttendance(activityId);
  return (
    <Box
      component="form"
      className="no-print"
      onSubmit={add}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) 120px auto' },
        gap: 3,
        maxWidth: 720,
        alignItems: 'start',
      }}
    >
      <RecordPicker<Company>
        resource="companies"
        value={companyId}
        onChange={setCompanyId}
        label={field('attendances', 'companyId')}
        describe={describeCompany}
      />
      <TextField
        label={field('attendances', 'people')}
        value={people}
        onChange={(event) => setPeople(event.target.value)}
        error={fault !== undefined}
        helperText={fault}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <Button type="submit" variant="outlined" disabled={companyId === null} loading={isPending}>
        {t('register.form.addRow')}
      </Button>
    </Box>
  );
}

function useNewAttendance(activityId: string) {
  const notify = useNotify();
  const refresh = useRefresh();
  const text = useErrorText();
  const [companyId, setCompanyId] = useState<string | null>(null);
  const [people, setPeople] = useState('1');
  const say = useSavedNotice('attendances');
  const [create, { isPending, error }] = useCreate();
  const faults = useFaults(error, ['people']);
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    // What is no number is told from the server as such, and stays as it was typed.
    const count = /^\s*\d{1,9}\s*$/.test(people) ? Number(people) : people;
    const onSuccess = (made: RaRecord<string> & Versioned): void => {
      setCompanyId(null);
      setPeople('1');
      refresh();
      say(made);
    };
    const onError = (refusal: unknown): void => {
      if (!refusalOf(refusal).faults.some(({ path }) => path === 'people'))
        notify(text(refusal), { type: 'error' });
    };
    void create('attendances', { data: { activityId, companyId, people: count } }, { onSuccess, onError });
  };
  return { companyId, setCompanyId, people, setPeople, fault: faults.of('people'), add, isPending };
}
