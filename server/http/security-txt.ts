import { Hono } from 'hono';
import type { AccessConfig } from '../auth/config.ts';

/** How long the text is good for when no date is set: RFC 9116 advises less than a year. */
const VALID_DAYS = 180;

/** `GET /.well-known/security.txt` (RFC 9116): where somebody can report a weakness, in confidence. */
export function securityTxtRoutes({ securityContact, securityExpires, publicUrl }: AccessConfig): Hono {
  const expires = securityExpires ?? new Date(Date.now() + VALID_DAYS * 86_400_000).toISOString();
  const lines = [
    ...(securityContact
      ? [`Contact: ${securityContact}`]
      : [
          '# Wie deze atlas beheert heeft nog geen eigen meldadres gezet (SECURITY_CONTACT).',
          '# Meld een zwakke plek bij het Nationaal Cyber Security Centrum:',
          'Contact: https://www.ncsc.nl/contact/kwetsbaarheid-melden',
        ]),
    `Expires: ${expires.replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: nl, en',
    ...(publicUrl ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : []),
  ];
  const text = `${lines.join('\n')}\n`;
  return new Hono().get('/.well-known/security.txt', (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });
}
