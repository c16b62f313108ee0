//! Every action the product offers, once.

pub mod contract;
