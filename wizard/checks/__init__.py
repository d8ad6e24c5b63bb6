"""What a check says: findings, the pure rules behind them, and the runner that reads HaloPSA."""
