"""What the promises about speed and memory are measured with: `make bench` and `make soak`. No part of `make test`."""
