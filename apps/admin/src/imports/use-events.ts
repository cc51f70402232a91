import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isUnderWay, type Import } from './under-way';

/** Puts every event of an import where its query is; answers whether events do not come, so that one has to ask. */
export function useEvents(id: string | undefined): boolean {
  const client = useQueryClient();
  const [lost, setLost] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    const events = new EventSource(`/api/v1/imports/${id}/events`);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as Import;
      client.setQueryData(['import', id], now);
      if (!isUnderWay(now)) void client.invalidateQueries({ queryKey: ['imports'] });
    };
    events.onerror = () => {
      // It ends when the import has; a browser would begin again and again.
      events.close();
      setLost(id);
      void client.invalidateQueries({ queryKey: ['import', id] });
    };
    return () => events.close();
  }, [id, client]);
  return lost === id;
}
