import { matchLabel } from '../../ingest/headers-labels.ts';

describe('labels of header fields', () => {
  test.each([
    ['From: Tina', 'from'],
    ['Sent: Tuesday', 'date'],
    ['De : Tina', 'from'],
    ['Envoyé : mardi', 'date'],
    ['Datos adjuntos: plan.docx', 'attachments'],
    ['Betreff: Plan', 'subject'],
    ['*Subject:* Plan', 'subject'],
    [',   Sent:   Tuesday', 'date'],
    ['Frorn: Tina', 'from'],
    ['5ent; Tuesday', 'date'],
    ['bee: Tina', 'bcc'],
    ['Subjeet: plan', 'subject'],
    ['Attachrnents: plan.docx', 'attachments'],
  ])('%j is %s', (text, field) => {
    expect(matchLabel(text, { fuzzy: true })?.field).toBe(field);
  });

  test.each([
    'Name: Tina',
    'Frank: hello',
    'Note: call',
    'http://host.example',
    'Sent from my iPhone',
    'Kev, from: here',
    'Bed: 4',
    'Tom: yes',
    '9:14 AM',
  ])('%j is none', (text) => {
    expect(matchLabel(text, { fuzzy: true })).toBeNull();
  });

  test('a label without a colon counts only where it is set apart', () => {
    expect(matchLabel('Subject\tphone', { bare: true })?.field).toBe('subject');
    expect(matchLabel('Subject\tphone')).toBeNull();
    expect(matchLabel('Subject RE: phone', { bare: true })).toMatchObject({ field: 'subject', length: 7 });
  });
});
