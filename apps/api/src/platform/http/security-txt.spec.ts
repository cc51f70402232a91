import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { serveSecurityTxt } from './security-txt';

const setup = (contact: string | undefined) => {
  const app = express();
  app.use(serveSecurityTxt('https://register.example', contact, () => Date.UTC(2026, 0, 1)));
  return request(app).get('/.well-known/security.txt');
};

describe(serveSecurityTxt.name, () => {
  it('says whom to tell of a weakness, and until when', async () => {
    const { text, headers } = await setup('veilig+fieldlab@people.example').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.split('\n')).toEqual([
      'Contact: mailto:veilig%2Bfieldlab@people.example',
      'Expires: 2026-06-30T00:00:00.000Z',
      'Preferred-Languages: nl, en',
      'Canonical: https://register.example/.well-known/security.txt',
      '',
    ]);
  });

  it('is not there where nobody was named', () => setup(undefined).expect(404));
});
