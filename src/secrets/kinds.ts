/** What sort of secret a value is. */
export type SecretKind =
  | "password"
  | "token"
  | "apiKey"
  | "secretKey"
  | "privateKey"
  | "signature"
  | "sessionId"
  | "otp"
  | "authorization"
  | "connectionString"
  | "environment"
  | "credentialsObject"
  | "passwordHash";
