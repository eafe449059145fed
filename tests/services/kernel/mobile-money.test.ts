// @lane sqlite: pure functions
import { describe, expect, test } from '@jest/globals';
import {
  callingCodeOf,
  mobileNetworkFacts,
  mobileNetworks,
  phoneForNetwork,
  usualMobileNetworks,
  wordsForNetwork,
} from '../../../src/services/kernel/mobile-money.ts';
import { feexpayContract } from '../../support/feexpay-server.ts';

test('every network of the contract is known, three of them are not offered unless somebody asks', () => {
  expect(mobileNetworks.filter((name) => !usualMobileNetworks.includes(name))).toEqual([
    'CORIS',
    'MTN_CG',
    'MOBICASH_ML',
  ]);
  const contract = feexpayContract();
  for (const name of mobileNetworks) expect(contract?.check('Network', name.toLowerCase()) ?? []).toEqual([]);
  expect(mobileNetworks).toHaveLength(19);
});

test('networks with a page are those of Wave and Orange', () => {
  for (const name of mobileNetworks)
    expect([name, mobileNetworkFacts[name].confirmation]).toEqual([
      name,
      /^(?:WAVE|ORANGE)/.test(name) ? 'REDIRECT' : 'PUSH',
    ]);
});

describe('the phone of a network', () => {
  test.each([
    ['+2290166000000', 'MTN', '2290166000000'],
    ['+22890112233', 'TOGOCOM_TG', '22890112233'],
    ['+2250701020304', 'WAVE_CI', '2250701020304'],
    ['+221771234567', 'ORANGE_SN', '221771234567'],
    ['+22670112233', 'ORANGE_BF', '22670112233'],
  ] as const)('%s is one of %s', (phone, name, digits) => {
    expect(phoneForNetwork(phone, name)).toBe(digits);
    expect(callingCodeOf(name)).toBe(digits.slice(0, 3));
  });

  test.each([
    ['of another country', '+22890112233', 'MTN'],
    ['of France', '+33612345678', 'WAVE_SN'],
    ['of Benin as it was written before 2024', '+22966000000', 'MTN'],
    ['with a digit too many', '+2217712345678', 'WAVE_SN'],
    ['with a letter', '+22177123456a', 'WAVE_SN'],
    ['of another network’s country that begins alike', '+2210166000000', 'MTN'],
  ] as const)('%s is refused', (_what, phone, name) => {
    expect(phoneForNetwork(phone, name)).toBeUndefined();
  });
});

test('a description keeps its letters, and nothing that a network refuses', () => {
  expect(wordsForNetwork('Pack KDP\u00a0: «\u00a0L’Œuvre d’été — n° 3\u00a0» 😀')).toBe('Pack KDP L OEuvre d ete n 3');
  expect(wordsForNetwork('—')).toBe('');
  expect(wordsForNetwork('a'.repeat(300))).toHaveLength(100);
  expect(wordsForNetwork(`${'Ж-'.repeat(60)}`)).toMatch(/^[A-Za-z0-9 ]*$/);
});
