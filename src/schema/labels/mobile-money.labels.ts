import type { MobileNetwork } from '../../services/kernel/mobile-money.ts';
import type { Labels } from './label.ts';

/** Mobile money, and what is paid for with it. */

const mobileNetworkCode: Labels<MobileNetwork> = {
  MTN: ['MTN Mobile Money, Bénin', 'MTN Mobile Money, Benin'],
  MOOV: ['Moov Money, Bénin', 'Moov Money, Benin'],
  CELTIIS_BJ: ['Celtiis Cash, Bénin', 'Celtiis Cash, Benin'],
  CORIS: ['Coris Money, Bénin', 'Coris Money, Benin'],
  TOGOCOM_TG: ['Mixx by Yas, Togo', 'Mixx by Yas, Togo'],
  MOOV_TG: ['Moov Money, Togo', 'Moov Money, Togo'],
  MTN_CI: ['MTN Mobile Money, Côte d’Ivoire', 'MTN Mobile Money, Ivory Coast'],
  MOOV_CI: ['Moov Money, Côte d’Ivoire', 'Moov Money, Ivory Coast'],
  ORANGE_CI: ['Orange Money, Côte d’Ivoire', 'Orange Money, Ivory Coast'],
  WAVE_CI: ['Wave, Côte d’Ivoire', 'Wave, Ivory Coast'],
  MTN_CG: ['MTN Mobile Money, Congo', 'MTN Mobile Money, Congo'],
  ORANGE_SN: ['Orange Money, Sénégal', 'Orange Money, Senegal'],
  WAVE_SN: ['Wave, Sénégal', 'Wave, Senegal'],
  FREE_SN: ['Free Money, Sénégal', 'Free Money, Senegal'],
  MOOV_BF: ['Moov Money, Burkina Faso', 'Moov Money, Burkina Faso'],
  ORANGE_BF: ['Orange Money, Burkina Faso', 'Orange Money, Burkina Faso'],
  WAVE_BF: ['Wave, Burkina Faso', 'Wave, Burkina Faso'],
  ORANGE_ML: ['Orange Money, Mali', 'Orange Money, Mali'],
  MOBICASH_ML: ['Mobi Cash, Mali', 'Mobi Cash, Mali'],
};
const mobileConfirmation: Labels<'PUSH' | 'REDIRECT'> = {
  PUSH: ['Sur le téléphone', 'On the phone'],
  REDIRECT: ['Sur une page du réseau', 'On a page of the network'],
};

export const mobileMoneyLabels = {
  MobileNetworkCode: mobileNetworkCode,
  MobileConfirmation: mobileConfirmation,
} as const;
