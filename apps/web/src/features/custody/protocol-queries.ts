import { useSend } from '../../api/client';

export const useStartProtocol = () => useSend('post', '/clients/{clientId}/detained-protocol');
export const useSettleStep = () => useSend('put', '/detained-protocols/{protocolId}/steps/{step}');
export const useEndProtocol = () => useSend('post', '/detained-protocols/{protocolId}/end');
export const useRecordCall = () => useSend('post', '/clients/{clientId}/detention-calls');
export const useClaimCall = () => useSend('post', '/detention-calls/{callId}/claim');
export const useSettlePreparation = () => useSend('put', '/check-ins/{checkInId}/preparation/{step}');
