import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Where a webhook may go: https, to the public internet. Else a subscriber could make the server ask its own network.

const blocked = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  blocked.addSubnet(net, bits, 'ipv4');
// Of IPv6 only what is handed out, without what carries another address inside.
const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  blocked.addSubnet(net, bits, 'ipv6');

/** Whether this IP address lies on the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && handedOut.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** What is wrong with an address to send to (Dutch); null when nothing is, as far as can be told without asking DNS. */
export function findWebhookFault(text: string, allowPrivate: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'een adres zoals https://voorbeeld.nl/ontvang';
  if (url.username || url.password) return 'een adres zonder gebruikersnaam en wachtwoord';
  if (allowPrivate) return null;
  if (url.protocol !== 'https:') return 'een adres met https';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isInside = isIP(host)
    ? !isPublicAddress(host)
    : !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host);
  return isInside ? 'een adres op het openbare internet' : null;
}

/**
 * Looks a name up and refuses it when any of its addresses is not public. What it gives is what the connection is made
 * to: a name that means something else a moment later changes nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    if (inside || addresses.length === 0)
      return callback(new Error('het adres ligt niet op het openbare internet'), []);
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};
