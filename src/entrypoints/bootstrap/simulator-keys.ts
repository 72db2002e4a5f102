/** The keys under which the simulators serve; of no use anywhere else. */
export const simulatorKeys = {
  stripe: { apiKey: 'sk_test_simulator', webhookSecret: 'whsec_simulator_0123456789abcdef' },
  usps: {
    clientId: 'simulator-client',
    clientSecret: 'simulator-secret',
    subscriptionSecret: '0123456789abcdef0123456789abcdef',
    adminEmails: ['ops@example.com'],
    mailerIds: ['900000420'],
  },
  dhl: { apiKey: 'simulator-dhl-key', hookToken: 'simulator-hook-token' },
  canadaPost: { user: 'simulator-user', password: 'simulator-password' },
  chitChats: { clientId: '1001', accessToken: 'simulator-chit-chats-token' },
  legacy: { token: 'simulator-token', stripeWebhookSecret: 'whsec_simulator_0123456789abcdef' },
} as const

export interface SimulatorAddresses {
  stripe: string
  legacy: string
  slack: string
  smtp: string
  usps: string
  dhl: string
  canadaPost: string
  chitChats: string
}
